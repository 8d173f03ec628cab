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
 * @param firstAskedMillis open time of the first candle that the strategy was asked about
 * @param daysPerYear factor of annualisation; NaN for the observed number
 */
public record RunOutcome(
        CandleSeries candles,
        EquityCurve curve,
        SimulatedBroker broker,
        double cash,
        int candlesInPosition,
        long firstAskedMillis,
        double daysPerYear) {
    /**
     * {@return the gain from the close of the first candle that the strategy was asked about to the last, in percent}
     */
    double holdPercent() {
        int before = new CandleFinder(candles).lastAt(firstAskedMillis - 1);
        int from = Math.min(before + 1, candles.size() - 1);
        return 100 * (candles.close(candles.size() - 1) / candles.close(from) - 1);
    }

    double finalEquity() {
        return curve.equity(curve.size() - 1);
    }
}
