package io.tradetracker.core.report;

import java.time.Instant;
import java.util.Arrays;

/** Equity at each moment at which a candle closed, oldest first. Immutable; safe to share between threads. */
public final class EquityCurve {
    private final long[] time;
    private final double[] equity;
    private final long lengthMillis;

    private EquityCurve(long[] time, double[] equity, long lengthMillis) {
        this.time = time;
        this.equity = equity;
        this.lengthMillis = lengthMillis;
    }

    /**
     * {@return a recorder}
     *
     * @param capacity how many candles there will be
     * @param lengthMillis how long a candle is
     */
    public static Recorder recorder(int capacity, long lengthMillis) {
        return new Recorder(capacity, lengthMillis);
    }

    /** {@return how many moments there are} */
    public int size() {
        return equity.length;
    }

    /** {@return the open time of the candles that closed at moment {@code i}} */
    public Instant time(int i) {
        return Instant.ofEpochMilli(time[i]);
    }

    /** {@return the open time of the candles that closed at moment {@code i}, in milliseconds since 1970 UTC} */
    public long timeMillis(int i) {
        return time[i];
    }

    /** {@return when the candles of moment {@code i} closed} */
    public Instant closeTime(int i) {
        return Instant.ofEpochMilli(time[i] + lengthMillis);
    }

    /** {@return the equity at moment {@code i}} */
    public double equity(int i) {
        return equity[i];
    }

    /** Takes in one equity for each moment, in order. Used by one thread. */
    public static final class Recorder {
        private final long lengthMillis;
        private long[] time;
        private double[] equity;
        private int size;

        private Recorder(int capacity, long lengthMillis) {
            this.lengthMillis = lengthMillis;
            time = new long[capacity];
            equity = new double[capacity];
        }

        /**
         * Adds the equity at a moment.
         *
         * @param openMillis open time of the candles that closed
         */
        public void add(long openMillis, double atClose) {
            if (size == equity.length) {
                time = Arrays.copyOf(time, size * 2 + 1);
                equity = Arrays.copyOf(equity, size * 2 + 1);
            }
            time[size] = openMillis;
            equity[size++] = atClose;
        }

        /** Replaces the equity of the last moment. */
        public void replaceLast(double atClose) {
            equity[size - 1] = atClose;
        }

        /** {@return the curve; nothing can be added after that} */
        public EquityCurve toCurve() {
            boolean full = size == equity.length;
            return new EquityCurve(
                    full ? time : Arrays.copyOf(time, size), full ? equity : Arrays.copyOf(equity, size), lengthMillis);
        }
    }
}
