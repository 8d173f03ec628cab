package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.Slippage;

/**
 * What a checked run trades under.
 *
 * @param costs what trading costs
 * @param size of entries that name none
 * @param rules how orders fill
 */
record Conditions(Costs costs, PositionSize size, SimulationRules rules) {
    /** No costs, one unit, the default rules. */
    static final Conditions PLAIN = new Conditions(Costs.NONE, PositionSize.units(1), SimulationRules.DEFAULT);

    /** Costs, sizes that depend on the equity, and fills at the close: harder to repeat than the plain ones. */
    static final Conditions DEMANDING = new Conditions(
            Costs.NONE.withSpread(0.03).withCommission(Commission.percent(0.02)).withSlippage(Slippage.percent(0.01)),
            PositionSize.percentOfEquity(20),
            SimulationRules.DEFAULT.withFillAt(FillAt.CLOSE));

    /** {@return a runner that backtests under these} */
    Runner backtest(StrategyFactory strategy) {
        return candles -> {
            BacktestResult result = TradeTracker.create()
                    .backtest()
                    .candles(candles)
                    .strategy(strategy)
                    .costs(costs)
                    .size(size)
                    .rules(rules)
                    .run();
            return Outcome.of(result.decisions(), result.fills());
        };
    }

    EngineSettings settings(CandleSeries candles) {
        return EngineSettings.of(candles.instrument(), candles.timeframe())
                .withCosts(costs)
                .withSize(size)
                .withRules(rules);
    }
}
