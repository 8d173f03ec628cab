package io.tradetracker.indicators;

/**
 * The weighted mean over √period of: twice the weighted mean over half the period, less that over the period.
 *
 * <p>Source: Hull, "How to reduce lag in a moving average" (2005); half the period and the root are rounded down.
 */
final class HullMean implements Running {
    private final WeightedMean half;
    private final WeightedMean whole;
    private final WeightedMean smooth;

    /** Over at least 2 numbers. */
    HullMean(int period) {
        half = new WeightedMean(period / 2);
        whole = new WeightedMean(period);
        smooth = new WeightedMean((int) Math.sqrt(period));
    }

    @Override
    public double next(double value) {
        return smooth.next(2 * half.next(value) - whole.next(value));
    }
}
