package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;

/** Runs a strategy over candles; each call starts anew. */
@FunctionalInterface
public interface Runner {
    /** {@return what the strategy did} */
    Outcome run(CandleSeries candles);

    /** {@return a runner that backtests without costs} */
    static Runner backtest(StrategyFactory strategy) {
        return candles -> {
            BacktestResult result = TradeTracker.create()
                    .backtest()
                    .candles(candles)
                    .strategy(strategy)
                    .run();
            return Outcome.of(result.decisions(), result.fills());
        };
    }
}
