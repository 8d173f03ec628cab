package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;

/** Runs a strategy over candles; each call starts anew. */
@FunctionalInterface
public interface Runner {
    /** {@return what the strategy did} */
    Outcome run(CandleSeries candles);

    /** {@return a runner that backtests without costs} */
    static Runner backtest(StrategyFactory strategy) {
        return Conditions.PLAIN.backtest(strategy);
    }
}
