package io.tradetracker.core.backtest;

import io.tradetracker.api.order.Fill;
import io.tradetracker.core.engine.DecisionRecord;

/** Hears of a backtest while it runs, in the thread that runs it. Every method does nothing by default. */
public interface BacktestListener {
    /** An order was executed. */
    default void onFill(Fill fill) {}

    /** The strategy decided something other than a plain hold. */
    default void onDecision(DecisionRecord decision) {}
}
