package io.tradetracker.indicators;

/**
 * Six exponential means in a row, combined with weights from a volume factor.
 *
 * <p>Source: Tillson, "Smoothing Techniques for More Accurate Signals", Technical Analysis of Stocks and Commodities 16
 * (1998).
 */
final class TillsonMean implements Running {
    private final ExponentialMean[] means = new ExponentialMean[6];
    private final double[] weights;

    /** With a volume factor of 0 to 1. */
    TillsonMean(int period, double volumeFactor) {
        for (int i = 0; i < means.length; i++) {
            means[i] = new ExponentialMean(period);
        }
        double b = volumeFactor;
        weights = new double[] {
            1 + 3 * b + 3 * b * b + b * b * b, -3 * b - 6 * b * b - 3 * b * b * b, 3 * b * b + 3 * b * b * b, -b * b * b
        };
    }

    @Override
    public double next(double value) {
        double mean = value;
        double total = 0;
        for (int i = 0; i < means.length; i++) {
            mean = means[i].next(mean);
            if (i >= 2) {
                total += weights[i - 2] * mean;
            }
        }
        return total;
    }
}
