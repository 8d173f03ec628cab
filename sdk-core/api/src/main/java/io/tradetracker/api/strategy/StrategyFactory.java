package io.tradetracker.api.strategy;

/** Makes a strategy for one run. Called once for each run, backtest or restart. */
@FunctionalInterface
public interface StrategyFactory {
    /** {@return a new strategy that has declared what it needs from the context} */
    Strategy create(StrategyContext context);
}
