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
            mean = (mean * (period - 1) + value) / period;
            return mean;
        }
        mean += value;
        if (++count < period) {
            return Double.NaN;
        }
        mean /= period;
        return mean;
    }

    void clear() {
        count = 0;
        mean = 0;
    }
}
