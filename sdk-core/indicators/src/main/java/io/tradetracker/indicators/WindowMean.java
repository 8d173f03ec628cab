package io.tradetracker.indicators;

/** The mean of the last values of a sequence: of the decimals they stand for, else of the doubles they are. */
final class WindowMean implements Running {
    private final double[] window;
    private final DecimalSum decimals;
    private final WindowSum doubles;
    private boolean inDoubles;
    private int next;
    private int count;

    WindowMean(int period) {
        window = new double[period];
        decimals = new DecimalSum(period);
        doubles = new WindowSum(period);
    }

    /** {@return the exact mean rounded to a {@code double}, NaN until the window is full; NaN empties it} */
    @Override
    public double next(double value) {
        decimals.add(value);
        if (Double.isNaN(value)) {
            clear();
            return Double.NaN;
        }
        window[next] = value;
        next = next + 1 == window.length ? 0 : next + 1;
        count = Math.min(count + 1, window.length);
        double mean = decimals.mean();
        if (Double.isNaN(mean) && count == window.length) {
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
            for (int i = 0, at = next; i < window.length; i++) {
                doubles.add(window[at]);
                at = at + 1 == window.length ? 0 : at + 1;
            }
        }
        return doubles.mean();
    }

    private void clear() {
        inDoubles = false;
        next = 0;
        count = 0;
    }
}
