package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.ta4j.Ta4jStrategies;

/** The rules as a user of ta4j writes them, through the SDK's front door. */
final class BridgeLane implements Lane.Runner {
    private final TradeTracker tracker = TradeTracker.create();
    private final CandleSeries candles;

    BridgeLane(CandleSeries candles) {
        this.candles = candles;
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        BacktestResult result = tracker.backtest()
                .candles(candles)
                .strategy(Ta4jStrategies.of(bars -> Ta4jLane.strategy(rules, bars)))
                .run();
        return () -> OurBacktest.keys(result.roundTrips());
    }
}
