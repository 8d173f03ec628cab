package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.core.report.RoundTrips;
import io.tradetracker.core.report.RunSummary;
import io.tradetracker.core.simulation.FillLog;
import java.util.List;
import java.util.stream.IntStream;

/** What came out of a backtest. Does not change; safe to share between threads. */
public final class BacktestResult {
    private final Engine engine;
    private final EquityCurve equity;
    private final List<RoundTrip> roundTrips;
    private final PerformanceReport report;

    BacktestResult(CandleSeries candles, Engine engine, EquityCurve equity, int candlesInPosition) {
        this.engine = engine;
        this.equity = equity;
        FillLog fills = engine.broker().fills();
        roundTrips = RoundTrips.of(fills);
        int last = candles.size() - 1;
        RunSummary summary = new RunSummary(
                candles.time(0),
                candles.time(last).plus(candles.timeframe().duration()),
                engine.settings().cash(),
                equity,
                100 * (candles.close(last) / candles.open(0) - 1),
                candlesInPosition,
                fills.size(),
                IntStream.range(0, fills.size()).mapToDouble(fills::fee).sum(),
                engine.broker().priceCost(),
                engine.broker().position().quantity());
        report = PerformanceReport.of(summary, roundTrips);
    }

    /** {@return the figures} */
    public PerformanceReport report() {
        return report;
    }

    /** {@return all executions in exact numbers, oldest first} */
    public List<Fill> fills() {
        return engine.broker().fills().toFills(engine.settings().instrument());
    }

    /** {@return all closed positions, oldest first} */
    public List<RoundTrip> roundTrips() {
        return roundTrips;
    }

    /** {@return equity at each candle's close} */
    public EquityCurve equity() {
        return equity;
    }

    /** {@return every decision other than a plain hold, with its reason and indicator values, oldest first} */
    public List<DecisionRecord> decisions() {
        return engine.decisions().toList();
    }

    /** {@return everything that was refused, oldest first} */
    public List<Rejection> rejections() {
        return List.copyOf(engine.broker().rejections());
    }

    /** {@return orders that still waited when the candles ended, such as one decided at the last close} */
    public List<OrderView> openOrders() {
        return engine.broker().orders();
    }

    /** {@return what the run was configured with} */
    public EngineSettings settings() {
        return engine.settings();
    }
}
