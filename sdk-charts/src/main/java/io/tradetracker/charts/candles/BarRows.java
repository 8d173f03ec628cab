package io.tradetracker.charts.candles;

import java.util.Arrays;

/** Columns while they are made. Not safe for use by several threads. */
final class BarRows {
    long[] time;
    double[] open;
    double[] high;
    double[] low;
    double[] close;
    double[] volume;
    int[] first;
    int[] last;
    int size;

    BarRows(int capacity) {
        time = new long[capacity];
        open = new double[capacity];
        high = new double[capacity];
        low = new double[capacity];
        close = new double[capacity];
        volume = new double[capacity];
        first = new int[capacity];
        last = new int[capacity];
    }

    /** Begins a column; its prices are told next. */
    void add(long timeMillis, int firstCandle, int lastCandle) {
        if (size == time.length) {
            grow(Math.max(16, 2 * size));
        }
        time[size] = timeMillis;
        first[size] = firstCandle;
        last[size] = lastCandle;
        size++;
    }

    /** Tells the prices of the newest column. */
    void prices(double opened, double highest, double lowest, double closed, double traded) {
        int i = size - 1;
        open[i] = opened;
        high[i] = highest;
        low[i] = lowest;
        close[i] = closed;
        volume[i] = traded;
    }

    /** {@return the newest columns} */
    BarRows newest(int most) {
        if (size <= most) {
            return this;
        }
        BarRows kept = new BarRows(most);
        for (int i = size - most; i < size; i++) {
            kept.add(time[i], first[i], last[i]);
            kept.prices(open[i], high[i], low[i], close[i], volume[i]);
        }
        return kept;
    }

    private void grow(int capacity) {
        time = Arrays.copyOf(time, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
    }
}
