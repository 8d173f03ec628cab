package io.tradetracker.api.strategy;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * What a strategy may know at one moment. It ends at the last closed candle of each timeframe: nothing later can be
 * reached. Valid during one call only.
 */
public interface StrategyView {
    /** {@return this moment, UTC; while a candle is handled, its close time} */
    Instant time();

    /** {@return the closed candles of the strategy's own timeframe} */
    Candles candles();

    /**
     * {@return the closed candles of a timeframe}
     *
     * @throws IllegalArgumentException when the strategy did not declare it
     */
    Candles candles(Timeframe timeframe);

    /** {@return what the strategy holds} */
    PositionView position();

    /** {@return the strategy's orders that wait to be filled, oldest first} */
    List<OrderView> orders();

    /** {@return cash of the run's account, in the instrument's currency} */
    double cash();

    /** {@return cash and the open position at the last closed price, in the instrument's currency} */
    double equity();
}
