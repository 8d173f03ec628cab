package io.tradetracker.samples.benchmarks.reproduction;

import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.RoundTripMethod;
import java.util.function.UnaryOperator;

/**
 * One strategy over one market, as another engine ran it.
 *
 * @param engine whose result it is compared with
 * @param name of its files
 * @param market over which
 * @param rules the strategy, in words
 * @param options how our backtest is set, in words
 * @param strategy the strategy
 * @param settings how our backtest is set
 */
record Scenario(
        Engine engine,
        String name,
        Market market,
        String rules,
        String options,
        StrategyFactory strategy,
        UnaryOperator<BacktestBuilder> settings) {
    Reference reference() {
        return Reference.read(engine.folder() + "/" + name);
    }

    BacktestResult run() {
        BacktestBuilder backtest = TradeTracker.create()
                .backtest()
                .candles(market.candles(engine.priceStep(), engine.quantityStep()))
                .report(RoundTripMethod.FIFO, engine.daysPerYear(market))
                .keepDecisions(false)
                .strategy(strategy);
        return settings.apply(engine.defaults(backtest)).run();
    }
}
