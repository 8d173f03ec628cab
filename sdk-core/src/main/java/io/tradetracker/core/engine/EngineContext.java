package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.MarketContext;
import io.tradetracker.api.strategy.StrategyContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a strategy declares while it is created. */
final class EngineContext implements StrategyContext {
    private final List<EngineMarket> markets;
    private final EngineMarket own;
    private final InstantSource clock;
    private final Random random;
    private int warmUp;
    private boolean sealed;

    EngineContext(EngineSettings settings, List<Instrument> instruments, InstantSource clock) {
        this.clock = clock;
        random = new Random(settings.seed());
        own = new EngineMarket(instruments.getFirst(), settings.timeframe(), "");
        markets = Stream.concat(
                        Stream.of(own),
                        instruments.stream()
                                .skip(1)
                                .map(other -> new EngineMarket(other, settings.timeframe(), " of " + other.id())))
                .toList();
    }

    void seal() {
        sealed = true;
        markets.forEach(EngineMarket::seal);
    }

    List<EngineMarket> markets() {
        return markets;
    }

    /** {@return every declared indicator of the run; no two have one name} */
    List<Indicator> declaredIndicators() {
        return markets.stream().flatMap(EngineMarket::declaredIndicators).toList();
    }

    EngineMarket market(InstrumentId id) {
        return markets.stream()
                .filter(market -> market.instrument().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run has no " + id + "; it has "
                        + instruments().stream().map(Instrument::id).toList()));
    }

    @Override
    public List<Instrument> instruments() {
        return markets.stream().map(EngineMarket::instrument).toList();
    }

    @Override
    public MarketContext on(InstrumentId instrument) {
        return market(instrument);
    }

    @Override
    public Instrument instrument() {
        return own.instrument();
    }

    @Override
    public Timeframe timeframe() {
        return own.timeframe();
    }

    @Override
    public Indicators indicators() {
        return own.indicators();
    }

    @Override
    public Indicators indicators(Timeframe timeframe) {
        return own.indicators(timeframe);
    }

    @Override
    public Candles candles() {
        return own.candles();
    }

    @Override
    public Candles candles(Timeframe timeframe) {
        return own.candles(timeframe);
    }

    @Override
    public void warmUp(int candles) {
        if (sealed) {
            throw new IllegalStateException("declare the warm-up in the strategy's constructor, not later");
        }
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

    /** {@return the candles to wait for; 0 for as long as the indicators need} */
    int warmUpCandles() {
        return warmUp;
    }
}
