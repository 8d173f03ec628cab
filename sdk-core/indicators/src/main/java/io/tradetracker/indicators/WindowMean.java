package io.tradetracker.indicators;

/** The mean of the last values of a sequence: of the decimals they stand for, else of the doubles they are. */
final class WindowMean implements Running {
    private final int period;
    private final DecimalSum decimals;
    private final WindowSum doubles;
    private boolean inDoubles;

    WindowMean(int period) {
        this.period = period;
        decimals = new DecimalSum(period);
        doubles = new WindowSum(period);
    }

    /** {@return the exact mean rounded to a {@code double}, NaN until the window is full; NaN empties it} */
    @Override
    public double next(double value) {
        double mean = decimals.next(value);
        if (Double.isNaN(mean) && decimals.isFull()) {
            return ofDoubles(value);
        }
        inDoubles = false;
        return mean;
    }

    /** Sums of doubles are kept only while the window holds anything but decimals. */
    private double ofDoubles(double value) {
        if (inDoubles) {
            doubles.add(value);
        } else {
            inDoubles = true;
            doubles.add(Double.NaN);
            for (int i = 0; i < period; i++) {
                doubles.add(decimals.value(i));
            }
        }
        return doubles.mean();
    }
}
