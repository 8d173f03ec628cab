package io.tradetracker.api.strategy;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a strategy is given when it is created: its market, and where it declares what it wants to be kept up to date.
 */
public interface StrategyContext {
    /** {@return what the strategy trades} */
    Instrument instrument();

    /** {@return the timeframe whose closed candles call {@link Strategy#onCandle}} */
    Timeframe timeframe();

    /** {@return indicators of the strategy's own timeframe} */
    Indicators indicators();

    /**
     * {@return indicators of a longer timeframe; they change when one of its candles closes}
     *
     * @throws IllegalArgumentException when it is no whole multiple of {@link #timeframe()}
     * @throws IllegalStateException after creation
     */
    Indicators indicators(Timeframe longer);

    /** {@return the closed candles of the strategy's own timeframe} */
    Candles candles();

    /**
     * {@return the closed candles of a longer timeframe, built from the strategy's own}
     *
     * <p>A candle is published when the last candle inside it closes or, when that one is missing, when the next candle
     * after it closes.
     *
     * @throws IllegalArgumentException when it is no whole multiple of {@link #timeframe()}
     * @throws IllegalStateException after creation
     */
    Candles candles(Timeframe longer);

    /**
     * Sets how many candles must have closed before {@link Strategy#onCandle} is called for the first time, instead of
     * waiting until every indicator has a value.
     *
     * @param candles 1 or more, counting the one of the first call
     * @throws IllegalStateException after creation
     */
    void warmUp(int candles);

    /** {@return the time of the run: the moment of the event being handled, never the wall clock} */
    InstantSource clock();

    /** {@return random numbers that are the same each time the run is repeated} */
    RandomGenerator random();
}
