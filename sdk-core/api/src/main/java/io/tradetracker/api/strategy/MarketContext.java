package io.tradetracker.api.strategy;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;

/** One instrument of a run, and where a strategy declares what it wants to be kept up to date of it. */
public interface MarketContext {
    /** {@return what it is about} */
    Instrument instrument();

    /** {@return the timeframe whose closed candles call {@link Strategy#onCandle}} */
    Timeframe timeframe();

    /** {@return indicators of the run's own timeframe} */
    Indicators indicators();

    /**
     * {@return indicators of a longer timeframe; they change when one of its candles closes}
     *
     * @throws IllegalArgumentException when it is no whole multiple of {@link #timeframe()}
     * @throws IllegalStateException after creation
     */
    Indicators indicators(Timeframe longer);

    /** {@return the closed candles of the run's own timeframe} */
    Candles candles();

    /**
     * {@return the closed candles of a longer timeframe, built from the run's own}
     *
     * <p>A candle is published when the last candle inside it closes or, when that one is missing, when the next candle
     * after it closes. One that had begun before the first candle of the run is left out.
     *
     * @throws IllegalArgumentException when it is no whole multiple of {@link #timeframe()}
     * @throws IllegalStateException after creation
     */
    Candles candles(Timeframe longer);
}
