package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.MarketContext;
import io.tradetracker.indicators.IndicatorColumns;
import io.tradetracker.indicators.IndicatorTrack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One instrument of a run: its closed candles in every timeframe that the strategy declared, with their indicators. */
final class EngineMarket implements MarketContext {
    private final Instrument instrument;
    private final String place;
    private final IndicatorTrack base;
    private final Map<Timeframe, LongerTrack> longer = new LinkedHashMap<>();
    private LongerTrack[] longerTracks = {};
    private boolean sealed;
    private long publishedMillis = Long.MIN_VALUE;
    private long lastOpenMillis = Long.MIN_VALUE;
    private boolean inCandle;

    /** Takes what follows the names of its indicators; nothing for the strategy's own instrument. */
    EngineMarket(Instrument instrument, Timeframe timeframe, String place) {
        this.instrument = instrument;
        this.place = place;
        base = new IndicatorTrack(timeframe, place);
    }

    void seal() {
        sealed = true;
        base.seal();
        longer.values().forEach(each -> each.track.seal());
        longerTracks = longer.values().toArray(LongerTrack[]::new);
    }

    /** Takes the indicators of the run's own timeframe from columns; its candles come from their series. */
    void useColumns(IndicatorColumns columns) {
        base.useColumns(columns);
    }

    /** Computes the indicators of the run's own timeframe ahead; its candles come from this series. */
    void useSeries(CandleSeries series) {
        base.useSeries(series);
    }

    /** {@return whether the candle is new; false when this very one is open already} */
    boolean opens(long timeMillis) {
        if (inCandle && timeMillis == lastOpenMillis) {
            return false;
        }
        if (timeMillis <= lastOpenMillis || inCandle) {
            throw OutOfOrder.of(instrument, timeMillis, lastOpenMillis, inCandle);
        }
        lastOpenMillis = timeMillis;
        inCandle = true;
        return true;
    }

    boolean isInCandle() {
        return inCandle;
    }

    long lastOpenMillis() {
        return lastOpenMillis;
    }

    /** Shows a candle that is over: longer timeframes that it completes first, then its own. */
    void publish(long timeMillis, double open, double high, double low, double close, double volume) {
        inCandle = false;
        publishedMillis = timeMillis;
        for (LongerTrack track : longerTracks) {
            track.add(timeMillis, open, high, low, close, volume);
        }
        base.onCandle(timeMillis, open, high, low, close, volume);
    }

    /** {@return whether its own candles are those of a series} */
    boolean isInColumns() {
        return base.isOverSeries();
    }

    /** Shows a candle of its series that is over; one after another, without {@link #opens}. */
    void advance(CandleSeries series, int i) {
        published(series.timeMillis(i));
        advanceQuietly(series, i);
    }

    /** The same, but what is asked about candles stays as it is: tell of the last one with {@link #published}. */
    void advanceQuietly(CandleSeries series, int i) {
        for (LongerTrack track : longerTracks) {
            track.add(
                    series.timeMillis(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        base.advance();
    }

    /** The candle that opened at this moment may be seen. */
    void published(long timeMillis) {
        lastOpenMillis = timeMillis;
        inCandle = false;
        publishedMillis = timeMillis;
    }

    /** {@return whether the candle that opened at this moment is the last one published} */
    boolean hasPublished(long openMillis) {
        return publishedMillis == openMillis;
    }

    boolean isReady() {
        for (LongerTrack each : longerTracks) {
            if (each.track.candles().size() == 0 || !each.track.ready()) {
                return false;
            }
        }
        return base.ready();
    }

    /** {@return the declared indicators, those of the run's own timeframe first} */
    Stream<Indicator> declaredIndicators() {
        return Stream.concat(Stream.of(base), longer.values().stream().map(each -> each.track))
                .flatMap(track -> track.declared().stream());
    }

    /** {@return candles that were declared; null when they were not} */
    @Nullable
    Candles declared(Timeframe timeframe) {
        if (timeframe.equals(timeframe())) {
            return base.candles();
        }
        LongerTrack known = longer.get(timeframe);
        return known == null ? null : known.track.candles();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Timeframe timeframe() {
        return base.timeframe();
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
        return base.candles();
    }

    @Override
    public Candles candles(Timeframe timeframe) {
        return track(timeframe).candles();
    }

    private IndicatorTrack track(Timeframe timeframe) {
        if (timeframe.equals(timeframe())) {
            return base;
        }
        LongerTrack known = longer.get(timeframe);
        if (known != null) {
            return known.track;
        }
        if (sealed) {
            throw new IllegalStateException("declare timeframes in the strategy's constructor, not later");
        }
        if (!timeframe.isMultipleOf(timeframe())) {
            throw new IllegalArgumentException(
                    "timeframe " + timeframe + " is no whole multiple of the run's " + timeframe());
        }
        LongerTrack made = new LongerTrack(timeframe, timeframe(), place);
        longer.put(timeframe, made);
        return made.track;
    }
}
