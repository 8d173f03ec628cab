package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.simulation.SimulatedBroker;

/**
 * What a report is made from. Immutable but for the broker, which must not change any more.
 *
 * @param candles of the strategy's own instrument
 * @param curve equity at each moment at which a candle closed, at least one
 * @param broker the account
 * @param cash what it started with
 * @param candlesInPosition moments at which a position was open
 * @param daysPerYear factor of annualisation; NaN for the observed number
 */
public record RunOutcome(
        CandleSeries candles,
        EquityCurve curve,
        SimulatedBroker broker,
        double cash,
        int candlesInPosition,
        double daysPerYear) {
    double finalEquity() {
        return curve.equity(curve.size() - 1);
    }
}
