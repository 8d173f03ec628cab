package io.tradetracker.indicators;

/** An exponential mean with factor 2 / (period + 1), seeded with a simple mean; NaN starts it afresh. */
final class ExponentialMean implements Running {
    private final int period;
    private final int firstAt;
    private final double factor;
    private int count;
    private double sum;
    private double mean;

    ExponentialMean(int period) {
        this(period, period);
    }

    /**
     * @param firstAt the value, counted from 1, at which there is a mean for the first time; the seed is the simple
     *     mean of the {@code period} values that end there
     */
    ExponentialMean(int period, int firstAt) {
        this.period = period;
        this.firstAt = firstAt;
        factor = 2.0 / (period + 1.0);
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            count = 0;
            sum = 0;
            return Double.NaN;
        }
        if (count == firstAt) {
            mean += (value - mean) * factor;
            return mean;
        }
        return seed(value);
    }

    /** Takes in the values of some positions of a column. */
    void fill(double[] from, double[] to, int start, int end) {
        int i = count == firstAt ? smooth(from, to, start, end) : start;
        while (i < end) {
            to[i] = next(from[i]);
            i++;
            i = count == firstAt ? smooth(from, to, i, end) : i;
        }
    }

    /** {@return where a value is missing, or the end} The mean is in a register meanwhile. */
    private int smooth(double[] from, double[] to, int start, int end) {
        double now = mean;
        int i = start;
        while (i < end && !Double.isNaN(from[i])) {
            now += (from[i] - now) * factor;
            to[i] = now;
            i++;
        }
        mean = now;
        return i;
    }

    boolean isSeeded() {
        return count == firstAt;
    }

    double mean() {
        return mean;
    }

    /** Goes on from a mean that was computed elsewhere. */
    void mean(double now) {
        mean = now;
    }

    double factor() {
        return factor;
    }

    private double seed(double value) {
        if (++count > firstAt - period) {
            sum += value;
        }
        if (count < firstAt) {
            return Double.NaN;
        }
        mean = sum / period;
        return mean;
    }
}
