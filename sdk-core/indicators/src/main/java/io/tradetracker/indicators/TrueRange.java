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
        return Math.max(candles.highCell.current, before) - Math.min(candles.lowCell.current, before);
    }
}
