package io.tradetracker.api.market;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Closed candles of one instrument and timeframe in columns, oldest first, times strictly rising. Candles may be
 * missing (weekends, minutes without a trade). Immutable and safe to share between threads.
 */
public final class CandleSeries {
    private final Instrument instrument;
    private final Timeframe timeframe;
    private final int size;
    private final long[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    private CandleSeries(Builder from) {
        instrument = from.instrument;
        timeframe = from.timeframe;
        size = from.size;
        time = Arrays.copyOf(from.time, size);
        open = Arrays.copyOf(from.open, size);
        high = Arrays.copyOf(from.high, size);
        low = Arrays.copyOf(from.low, size);
        close = Arrays.copyOf(from.close, size);
        volume = Arrays.copyOf(from.volume, size);
    }

    /** {@return a builder of an empty series} */
    public static Builder builder(Instrument instrument, Timeframe timeframe) {
        return new Builder(instrument, timeframe);
    }

    /** {@return a series of these candles} */
    public static CandleSeries of(Instrument instrument, Timeframe timeframe, Iterable<Candle> candles) {
        Builder builder = builder(instrument, timeframe);
        candles.forEach(builder::add);
        return builder.build();
    }

    /** {@return what the candles are of} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return how long each candle is} */
    public Timeframe timeframe() {
        return timeframe;
    }

    /** {@return how many candles there are} */
    public int size() {
        return size;
    }

    /** {@return the open time of candle {@code i}, in milliseconds since 1970 UTC; 0 is the oldest} */
    public long timeMillis(int i) {
        return time[i];
    }

    /** {@return the open time of candle {@code i}} */
    public Instant time(int i) {
        return Instant.ofEpochMilli(time[i]);
    }

    /** {@return the first price of candle {@code i}} */
    public double open(int i) {
        return open[i];
    }

    /** {@return the highest price of candle {@code i}} */
    public double high(int i) {
        return high[i];
    }

    /** {@return the lowest price of candle {@code i}} */
    public double low(int i) {
        return low[i];
    }

    /** {@return the last price of candle {@code i}} */
    public double close(int i) {
        return close[i];
    }

    /** {@return the volume of candle {@code i}, in units of the source} */
    public double volume(int i) {
        return volume[i];
    }

    /** {@return candle {@code i} as a value} */
    public Candle candle(int i) {
        return new Candle(time(i), open[i], high[i], low[i], close[i], volume[i]);
    }

    /**
     * {@return the candles from {@code from} up to but not including {@code to}}
     *
     * @throws IndexOutOfBoundsException when the range is not within the series
     */
    public CandleSeries slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        Builder part = builder(instrument, timeframe);
        for (int i = from; i < to; i++) {
            part.add(time[i], open[i], high[i], low[i], close[i], volume[i]);
        }
        return part.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CandleSeries that
                && instrument.equals(that.instrument)
                && timeframe.equals(that.timeframe)
                && Arrays.equals(time, that.time)
                && Arrays.equals(open, that.open)
                && Arrays.equals(high, that.high)
                && Arrays.equals(low, that.low)
                && Arrays.equals(close, that.close)
                && Arrays.equals(volume, that.volume);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(time) + Arrays.hashCode(close);
    }

    @Override
    public String toString() {
        return instrument.id() + " " + timeframe + ", " + size + " candles"
                + (size == 0 ? "" : " from " + time(0) + " to " + time(size - 1));
    }

    /** Collects candles in order. Not safe for use by several threads. */
    public static final class Builder {
        private final Instrument instrument;
        private final Timeframe timeframe;
        private int size;
        private long[] time = new long[256];
        private double[] open = new double[256];
        private double[] high = new double[256];
        private double[] low = new double[256];
        private double[] close = new double[256];
        private double[] volume = new double[256];

        private Builder(Instrument instrument, Timeframe timeframe) {
            this.instrument = instrument;
            this.timeframe = timeframe;
        }

        /** Adds a candle; see {@link #add(long, double, double, double, double, double)}. */
        public Builder add(Candle c) {
            return add(c.time().toEpochMilli(), c.open(), c.high(), c.low(), c.close(), c.volume());
        }

        /**
         * Adds a candle.
         *
         * @param timeMillis its open time, in milliseconds since 1970 UTC, after the candle before
         * @throws IllegalArgumentException when the numbers make no candle or the time does not rise
         */
        public Builder add(long timeMillis, double o, double h, double l, double c, double v) {
            String fault = Candle.fault(o, h, l, c, v);
            if (fault == null && size > 0 && timeMillis <= time[size - 1]) {
                fault = "its time is not after the candle before, " + Instant.ofEpochMilli(time[size - 1]);
            }
            if (fault != null) {
                throw new IllegalArgumentException("candle at " + Instant.ofEpochMilli(timeMillis) + ": " + fault);
            }
            if (size == time.length) {
                grow();
            }
            time[size] = timeMillis;
            open[size] = o;
            high[size] = h;
            low[size] = l;
            close[size] = c;
            volume[size++] = v;
            return this;
        }

        /** {@return the series of all candles added so far} */
        public CandleSeries build() {
            return new CandleSeries(this);
        }

        private void grow() {
            int capacity = size * 2;
            time = Arrays.copyOf(time, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            volume = Arrays.copyOf(volume, capacity);
        }
    }
}
