package io.tradetracker.core.report;

import java.time.Instant;

/**
 * What a report is made from. Amounts are in the instrument's currency. Immutable.
 *
 * @param from open time of the first candle
 * @param to close time of the last candle
 * @param cash what the account started with
 * @param curve equity at each candle's close, at least one
 * @param buyAndHoldPercent gain of the price from first open to last close
 * @param candlesInPosition candles at whose close a position was open
 * @param fills how many executions
 * @param commission fees paid
 * @param spreadAndSlippage what fills were worse than the candle's price
 * @param openQuantity units still held: above zero long, below short
 */
public record RunSummary(
        Instant from,
        Instant to,
        double cash,
        EquityCurve curve,
        double buyAndHoldPercent,
        int candlesInPosition,
        int fills,
        double commission,
        double spreadAndSlippage,
        double openQuantity) {
    /** {@return the last equity} */
    public double finalEquity() {
        return curve.equity(curve.size() - 1);
    }
}
