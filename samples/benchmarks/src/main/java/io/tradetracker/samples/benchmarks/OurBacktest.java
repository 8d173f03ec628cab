package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.RoundTrip;
import java.util.List;

/** The rules through the SDK's front door. */
final class OurBacktest implements Lane.Runner {
    private final TradeTracker tracker = TradeTracker.create();
    private final CandleSeries candles;

    OurBacktest(CandleSeries candles) {
        this.candles = candles;
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        BacktestResult result = tracker.backtest()
                .candles(candles)
                .strategy(context -> OurStrategies.create(rules, context))
                .run();
        return () -> keys(result.roundTrips());
    }

    static List<RoundTripKey> keys(List<RoundTrip> trips) {
        return trips.stream()
                .map(trip -> new RoundTripKey(
                        trip.entryTime().toEpochMilli(),
                        trip.entryPrice(),
                        trip.exitTime().toEpochMilli(),
                        trip.exitPrice(),
                        trip.profit()))
                .toList();
    }
}
