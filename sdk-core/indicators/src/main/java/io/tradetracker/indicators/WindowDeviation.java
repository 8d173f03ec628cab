package io.tradetracker.indicators;

/**
 * Mean and population standard deviation of the last values of a sequence, from their sum and the sum of their squares.
 * Squares are kept with what rounding lost of each, else a small deviation of large values would drown.
 */
final class WindowDeviation {
    private final int period;
    private final WindowMean mean;
    private final WindowSum values;
    private final WindowSum squares;
    private final WindowSum squaresLost;
    private double last = Double.NaN;
    private double lastMean = Double.NaN;
    private int equalInARow;

    WindowDeviation(int period) {
        this.period = period;
        mean = new WindowMean(period);
        values = new WindowSum(period);
        squares = new WindowSum(period);
        squaresLost = new WindowSum(period);
    }

    /** Takes in a value; NaN empties the window. */
    void add(double value) {
        double square = value * value;
        lastMean = mean.next(value);
        values.add(value);
        squares.add(square);
        squaresLost.add(Math.fma(value, value, -square));
        equalInARow = value == last ? Math.min(equalInARow + 1, period) : 1;
        last = value;
    }

    double mean() {
        return lastMean;
    }

    /** {@return the population standard deviation, NaN until the window is full, exactly 0 when all are equal} */
    double deviation() {
        if (!values.isFull()) {
            return Double.NaN;
        }
        return equalInARow == period ? 0 : Math.sqrt(Math.max(scaledVariance(), 0)) / period;
    }

    // period² times the variance: period · Σx² − (Σx)², with the parts that rounding would lose.
    private double scaledVariance() {
        double sum = values.sum();
        double first = period * squares.sum();
        double second = sum * sum;
        double difference = first - second;
        double lost = WindowSum.errorOfSum(first, -second, difference)
                + Math.fma(period, squares.sum(), -first)
                - Math.fma(sum, sum, -second)
                + period * (squares.lost() + squaresLost.sum())
                - 2 * sum * values.lost();
        return difference + lost;
    }
}
