package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.StrategyContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What a strategy declares while it is created. */
final class EngineContext implements StrategyContext {
    private final EngineSettings settings;
    private final InstantSource clock;
    private final Random random;
    private final TimeframeTrack base;
    private final Map<Timeframe, LongerTrack> longer = new LinkedHashMap<>();
    private int warmUp;
    private boolean sealed;

    EngineContext(EngineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        random = new Random(settings.seed());
        base = new TimeframeTrack(settings.timeframe());
    }

    void seal() {
        sealed = true;
        base.indicators().seal();
        longer.values().forEach(track -> track.indicators().seal());
    }

    @Override
    public Instrument instrument() {
        return settings.instrument();
    }

    @Override
    public Timeframe timeframe() {
        return settings.timeframe();
    }

    @Override
    public Indicators indicators() {
        return base.indicators();
    }

    @Override
    public Indicators indicators(Timeframe timeframe) {
        return track(timeframe).indicators();
    }

    @Override
    public Candles candles() {
        return base.window();
    }

    @Override
    public Candles candles(Timeframe timeframe) {
        return track(timeframe).window();
    }

    @Override
    public void warmUp(int candles) {
        requireOpen();
        if (candles < 1) {
            throw new IllegalArgumentException("warm-up of " + candles + " candles must be 1 or more");
        }
        warmUp = candles;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    TimeframeTrack base() {
        return base;
    }

    Map<Timeframe, LongerTrack> longer() {
        return longer;
    }

    /** {@return the candles to wait for; 0 for as long as the indicators need} */
    int warmUpCandles() {
        return warmUp;
    }

    private TimeframeTrack track(Timeframe timeframe) {
        if (timeframe.equals(settings.timeframe())) {
            return base;
        }
        LongerTrack known = longer.get(timeframe);
        if (known != null) {
            return known;
        }
        requireOpen();
        if (!timeframe.isMultipleOf(settings.timeframe())) {
            throw new IllegalArgumentException(
                    "timeframe " + timeframe + " is no whole multiple of the run's " + settings.timeframe());
        }
        LongerTrack made = new LongerTrack(timeframe, settings.timeframe());
        longer.put(timeframe, made);
        return made;
    }

    private void requireOpen() {
        if (sealed) {
            throw new IllegalStateException("declare timeframes and warm-up in the strategy's constructor, not later");
        }
    }
}
