package io.tradetracker.api.strategy;

import io.tradetracker.api.market.InstrumentId;
import java.time.Instant;

/**
 * What a strategy may know at one moment, first of its own instrument. It ends at the last closed candle of each
 * timeframe: nothing later can be reached. Valid during one call only.
 */
public interface StrategyView extends MarketView {
    /** {@return this moment, UTC; while a candle is handled, its close time} */
    Instant time();

    /**
     * {@return an instrument of the run}
     *
     * @throws IllegalArgumentException when the run has no such instrument
     */
    MarketView on(InstrumentId instrument);

    /** {@return cash of the run's account, in its currency} */
    double cash();

    /** {@return what the account is worth at the last closed prices, in its currency} */
    double equity();
}
