package io.tradetracker.indicators;

/** Wilder's smoothing: the mean moves by 1 / period of the difference; seeded with the simple mean of the first. */
final class WilderMean implements Running {
    private final int period;
    private int count;
    private double mean;

    WilderMean(int period) {
        this.period = period;
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            clear();
            return Double.NaN;
        }
        if (count == period) {
            mean = moved(mean, value);
            return mean;
        }
        mean += value;
        if (++count < period) {
            return Double.NaN;
        }
        mean /= period;
        return mean;
    }

    boolean isSeeded() {
        return count == period;
    }

    double mean() {
        return mean;
    }

    /** Goes on from a mean that was computed elsewhere. */
    void mean(double now) {
        mean = now;
    }

    /** {@return where a mean is after another value} */
    double moved(double from, double value) {
        return (from * (period - 1) + value) / period;
    }

    void clear() {
        count = 0;
        mean = 0;
    }
}
