package io.tradetracker.indicators;

/**
 * The straight line that fits the last numbers with the least squares; the oldest is at 0, the newest at period − 1.
 *
 * <p>Source: Gauss, Theoria motus; closed form for evenly spaced points.
 */
final class RegressionLine {
    private final WindowDeviation spread;
    private final WeightedSum sum;
    private final double period;
    private final double squares;
    private double slope = Double.NaN;
    private double end = Double.NaN;

    /** Over at least 2 numbers. */
    RegressionLine(int period) {
        sum = new WeightedSum(period);
        spread = new WindowDeviation(period);
        this.period = period;
        // Σ(i − mean)² for i from 0 to period − 1
        squares = period * (this.period * this.period - 1) / 12;
    }

    void add(double value) {
        spread.add(value);
        if (!sum.add(value)) {
            slope = Double.NaN;
            end = Double.NaN;
            return;
        }
        double mean = sum.sum() / period;
        slope = (sum.weighted() - sum.sum() * (period + 1) / 2) / squares;
        end = mean + slope * (period - 1) / 2;
    }

    /** {@return by how much the line rises from one number to the next} */
    double slope() {
        return slope;
    }

    /** {@return where the line is at the newest number} */
    double end() {
        return end;
    }

    /** {@return the share of the variance that the line explains, 0 to 1; 1 when nothing varies} */
    double explained() {
        double variance = spread.deviation() * spread.deviation() * period;
        return variance == 0 ? 1 : Math.min(slope * slope * squares / variance, 1);
    }
}
