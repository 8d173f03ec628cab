package io.tradetracker.strategytestkit;

import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Slippage;

/** Ways to trade that make a run harder to repeat than the plain one. */
final class Conditions {
    private static final Costs COSTS = new Costs(0.03, Commission.percent(0.02), Slippage.percent(0.01));
    private static final PositionSize SIZE = PositionSize.percentOfEquity(20);

    private Conditions() {}

    /** {@return a runner that backtests with costs, sizes that depend on the equity, and fills at the close} */
    static Runner demanding(StrategyFactory strategy) {
        return candles -> {
            BacktestResult result = TradeTracker.create()
                    .backtest()
                    .candles(candles)
                    .strategy(strategy)
                    .costs(COSTS)
                    .size(SIZE)
                    .fillAt(FillAt.CLOSE)
                    .run();
            return Outcome.of(result.decisions(), result.fills());
        };
    }
}
