package io.tradetracker.indicators;

/** Wilder's running sum: a period-th of it leaves for each number that comes; begins with the sum of the first. */
final class WilderSum implements Running {
    private final int period;
    private int count;
    private double sum;

    WilderSum(int period) {
        this.period = period;
    }

    /** {@return the sum; NaN until there are as many numbers as the period} */
    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            count = 0;
            sum = 0;
            return Double.NaN;
        }
        if (count < period - 1) {
            count++;
            sum += value;
            return Double.NaN;
        }
        sum += value - sum / period;
        return sum;
    }
}
