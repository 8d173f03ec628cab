package io.tradetracker.api.strategy;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a strategy is given when it is created: its own instrument, the others of the run, and where it declares what it
 * wants to be kept up to date.
 */
public interface StrategyContext extends MarketContext {
    /** {@return every instrument of the run, the strategy's own first} */
    List<Instrument> instruments();

    /**
     * {@return another instrument of the run}
     *
     * @throws IllegalArgumentException when the run has no such instrument; the message lists what it has
     */
    MarketContext on(InstrumentId instrument);

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
