package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.util.List;

/**
 * The closed candles of one timeframe of one run with the indicators on them, for who moves them on. A strategy is
 * handed {@link #candles()} and {@link #indicators()}, which have no method that does. Used by one thread at a time.
 */
public final class IndicatorTrack {
    private final CandleWindow candles;
    private final IndicatorPipeline indicators;

    /** Makes a track without a candle, whose indicators are named as such. */
    public IndicatorTrack(Timeframe timeframe) {
        this(timeframe, "");
    }

    /**
     * Makes a track without a candle.
     *
     * @param timeframe the length of each candle
     * @param place follows each indicator's name, such as {@code @1h}, so that it differs from those of other tracks
     */
    public IndicatorTrack(Timeframe timeframe, String place) {
        candles = new CandleWindow(timeframe);
        indicators = new IndicatorPipeline(candles, place);
    }

    /** {@return its candles so far; a live view} */
    public Candles candles() {
        return candles;
    }

    /** {@return where its indicators are declared} */
    public Indicators indicators() {
        return indicators;
    }

    /** {@return the length of each candle} */
    public Timeframe timeframe() {
        return candles.timeframe();
    }

    /** Ends the declaration: from now on declaring throws {@link IllegalStateException}. */
    public void seal() {
        indicators.seal();
    }

    /**
     * Takes indicators from columns, after {@link #seal()} and before the first candle: those of the catalogue are
     * computed now for all candles, unless another run has done so; an author's own still are at each candle.
     */
    public void useColumns(IndicatorColumns columns) {
        indicators.useColumns(columns);
    }

    /**
     * Goes through a series, after {@link #seal()} and before the first candle: indicators of the catalogue are
     * computed some hundred candles ahead, which is quicker and gives the same values; nothing shows them before their
     * candle.
     */
    public void useSeries(CandleSeries series) {
        indicators.useSeries(series);
    }

    /** {@return whether its candles are those of a series} */
    public boolean isOverSeries() {
        return indicators.isInColumns();
    }

    /**
     * A candle closed. The numbers are not checked; over a series they must be its next.
     *
     * @param timeMillis when it opened, in milliseconds since 1970 UTC
     */
    public void onCandle(long timeMillis, double open, double high, double low, double close, double volume) {
        if (indicators.isInColumns()) {
            indicators.advance();
        } else {
            candles.push(timeMillis, open, high, low, close, volume);
            indicators.update();
        }
    }

    /** The next candle of its series closed. */
    public void advance() {
        indicators.advance();
    }

    /** {@return whether every declared indicator has had a value at one and the same candle} */
    public boolean ready() {
        return indicators.ready();
    }

    /** {@return the declared indicators in order} */
    public List<Indicator> declared() {
        return indicators.declared();
    }
}
