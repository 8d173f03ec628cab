package io.tradetracker.indicators;

/** The highest or lowest of the last values: a queue of the values that can still become the extreme, best first. */
final class WindowExtreme implements Running {
    private final int period;
    private final double sign;
    private final int mask;
    private final double[] values;
    private final long[] positions;
    private int first;
    private int size;
    private long position;
    private long start;

    private WindowExtreme(int period, double sign) {
        this.period = period;
        this.sign = sign;
        int capacity = period == 1 ? 1 : Integer.highestOneBit(period - 1) * 2;
        mask = capacity - 1;
        values = new double[capacity];
        positions = new long[capacity];
    }

    static WindowExtreme highest(int period) {
        return new WindowExtreme(period, 1);
    }

    static WindowExtreme lowest(int period) {
        return new WindowExtreme(period, -1);
    }

    /** {@return the extreme including this value, NaN until there are as many as the period; NaN starts afresh} */
    @Override
    public double next(double value) {
        position++;
        if (Double.isNaN(value)) {
            size = 0;
            start = position;
            return Double.NaN;
        }
        double signed = sign * value;
        dropOutdated();
        dropBeaten(signed);
        int at = (first + size++) & mask;
        values[at] = signed;
        positions[at] = position;
        return position - start < period ? Double.NaN : sign * values[first];
    }

    /** {@return how many numbers ago the extreme was; 0 when it is the last. The later counts where two are equal} */
    int age() {
        return (int) (position - positions[first]);
    }

    private void dropOutdated() {
        if (size > 0 && positions[first] <= position - period) {
            first = (first + 1) & mask;
            size--;
        }
    }

    private void dropBeaten(double signed) {
        while (size > 0 && values[(first + size - 1) & mask] <= signed) {
            size--;
        }
    }
}
