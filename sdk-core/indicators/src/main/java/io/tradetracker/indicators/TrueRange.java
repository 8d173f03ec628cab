package io.tradetracker.indicators;

/**
 * How far the price moved in a candle, the gap before it included.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems.
 */
final class TrueRange {
    private double closeBefore = Double.NaN;

    /** {@return the true range of the candle that just closed; NaN for the first, which has no close before it} */
    double next(CandleWindow candles) {
        double before = closeBefore;
        closeBefore = candles.closeCell.current;
        return of(candles.highCell.current, candles.lowCell.current, before);
    }

    double closeBefore() {
        return closeBefore;
    }

    void closeBefore(double close) {
        closeBefore = close;
    }

    static double of(double high, double low, double closeBefore) {
        return Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }
}
