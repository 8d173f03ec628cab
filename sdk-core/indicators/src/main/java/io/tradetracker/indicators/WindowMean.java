package io.tradetracker.indicators;

/** The mean of the last values of a sequence: of the decimals they stand for, else of the doubles they are. */
final class WindowMean implements Running {
    private final DecimalSum decimals;
    private final WindowSum doubles;

    WindowMean(int period) {
        decimals = new DecimalSum(period);
        doubles = new WindowSum(period);
    }

    /** Takes in a value; the oldest leaves when there are more than the period. NaN empties the window. */
    void add(double value) {
        decimals.add(value);
        doubles.add(value);
    }

    @Override
    public double next(double value) {
        add(value);
        return mean();
    }

    /** {@return the exact mean rounded to a {@code double}, NaN until the window is full} */
    double mean() {
        double mean = decimals.mean();
        return Double.isNaN(mean) ? doubles.mean() : mean;
    }

    /** {@return the sum of the doubles} */
    WindowSum doubles() {
        return doubles;
    }
}
