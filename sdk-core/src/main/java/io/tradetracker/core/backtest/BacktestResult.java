package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.backtest.Backtest.BacktestOptions;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.report.RoundTrips;
import io.tradetracker.core.report.RunOutcome;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.simulation.AccountNotice;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came out of a backtest. Does not change; safe to share between threads. */
public final class BacktestResult {
    private final List<CandleSeries> candles;
    private final Engine engine;
    private final EquityCurve equity;
    private final RoundTripMethod method;
    private final PerformanceReport report;
    private volatile @Nullable List<RoundTrip> roundTrips;

    BacktestResult(List<CandleSeries> candles, Engine engine, RunOutcome outcome, BacktestOptions options) {
        this.candles = candles;
        this.engine = engine;
        equity = outcome.curve();
        method = options.roundTrips();
        Set<Statistic> figures = options.figures();
        List<RoundTrip> trips;
        if (figures.contains(Statistic.AVERAGE_MAE) || figures.contains(Statistic.AVERAGE_MFE)) {
            trips = trips(method);
            roundTrips = trips;
        } else {
            SimulatedBroker broker = engine.broker();
            trips = RoundTrips.withoutExcursions(method, broker.fills(), broker.lots(), broker.charges());
        }
        report = PerformanceReport.of(outcome, trips, figures);
    }

    private List<RoundTrip> trips(RoundTripMethod method) {
        SimulatedBroker broker = engine.broker();
        return RoundTrips.of(method, broker.fills(), broker.lots(), broker.charges(), candles);
    }

    /** {@return the figures} */
    public PerformanceReport report() {
        return report;
    }

    /** {@return all executions in exact numbers, oldest first} */
    public List<Fill> fills() {
        return engine.broker().fills().toFills();
    }

    /** {@return all executions in columns, for those that are many} */
    public FillLog fillLog() {
        return engine.broker().fills();
    }

    /** {@return all round trips, in the order of closing} */
    public List<RoundTrip> roundTrips() {
        List<RoundTrip> known = roundTrips;
        if (known == null) {
            // two threads may both compute it: the result is the same
            known = trips(method);
            roundTrips = known;
        }
        return known;
    }

    /** {@return each part of an entry with the exit that closed it, oldest first, in the order of closing} */
    public List<RoundTrip> taxLots() {
        return trips(RoundTripMethod.FIFO);
    }

    /** {@return equity at each moment at which a candle closed} */
    public EquityCurve equity() {
        return equity;
    }

    /** {@return the candles that were run over, those of the strategy's own instrument first} */
    public List<CandleSeries> candles() {
        return candles;
    }

    /**
     * {@return every decision other than a plain hold, with its reason and indicator values, oldest first; empty when
     * they were not kept}
     */
    public List<DecisionRecord> decisions() {
        return engine.decisions().toList();
    }

    /** {@return how many decisions there were, other than plain holds} */
    public int decisionCount() {
        return engine.decisionCount();
    }

    /** {@return whether the strategy was ever asked: every indicator had a value} */
    public boolean wasReady() {
        return engine.wasReady();
    }

    /** {@return everything that was refused, oldest first} */
    public List<Rejection> rejections() {
        return engine.broker().rejections();
    }

    /** {@return what the order rules said where they refused, oldest first} */
    public List<RefusedCheck> refusedChecks() {
        return engine.broker().refusedChecks();
    }

    /** {@return margin calls, halts and the like, oldest first} */
    public List<AccountNotice> notices() {
        return engine.broker().notices();
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
