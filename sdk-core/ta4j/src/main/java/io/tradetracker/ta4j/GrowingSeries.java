package io.tradetracker.ta4j;

import io.tradetracker.api.indicator.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.Bar;
import org.ta4j.core.BarBuilder;
import org.ta4j.core.BarSeries;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * Closed candles as ta4j reads them. It grows by one candle at a time and cannot be read beyond the last closed one.
 *
 * <p>Its end is a phantom: {@link #getEndIndex()} is the candle in progress, which nobody can read. ta4j's caches treat
 * the bar at the end as one that may still change, and go wrong when it does; this way every closed candle is an
 * ordinary one to them, whose value is kept for good.
 */
final class GrowingSeries implements BarSeries {
    /** How many values each indicator keeps; ta4j sets aside as many when the indicator is made. */
    static final int HISTORY = 65_536;

    /** Some rules make an indicator at each candle and throw it away: it need not keep much. */
    private static final int SHORT_HISTORY = 512;

    private final String name;
    private final Duration length;
    private long[] time = new long[256];
    private double[] open = new double[256];
    private double[] high = new double[256];
    private double[] low = new double[256];
    private double[] close = new double[256];
    private double[] volume = new double[256];
    private int size;
    private @Nullable ClosedBar newest;

    GrowingSeries(String name, Duration length) {
        this.name = name;
        this.length = length;
    }

    /** Takes in the candle that closed last. */
    void add(Candles candles) {
        if (size == time.length) {
            grow();
        }
        time[size] = candles.timeMillis(0);
        open[size] = candles.open(0);
        high[size] = candles.high(0);
        low[size] = candles.low(0);
        close[size] = candles.close(0);
        volume[size] = candles.volume(0);
        newest = new ClosedBar(this, size++);
    }

    /** {@return whether this candle is the last one taken in} */
    boolean endsWith(long openMillis) {
        return size > 0 && time[size - 1] == openMillis;
    }

    /** {@return the index of the last closed candle; −1 before there is one} */
    int now() {
        return size - 1;
    }

    /**
     * {@return the index of the candle that a moment is in; of the first after it when it is in none, and of the candle
     * in progress when it is after them all}
     */
    int candleAt(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] + length.toMillis() > millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Duration length() {
        return length;
    }

    Instant time(int i) {
        return Instant.ofEpochMilli(time[i]);
    }

    double open(int i) {
        return open[i];
    }

    double high(int i) {
        return high[i];
    }

    double low(int i) {
        return low[i];
    }

    double close(int i) {
        return close[i];
    }

    double volume(int i) {
        return volume[i];
    }

    @Override
    public Bar getBar(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(unreadable(i));
        }
        return i == size - 1 ? Objects.requireNonNull(newest) : new ClosedBar(this, i);
    }

    private String unreadable(int i) {
        if (size == 0) {
            return "candle " + i + " was read before one has closed; indicators and rules may not read candles while"
                    + " they are made";
        }
        if (i < 0) {
            return "candle " + i + " was read; the first is 0";
        }
        return "candle " + i + " was read, which has not closed: the last closed one is " + (size - 1) + ", of "
                + time(size - 1) + "; what reads later candles looks into the future";
    }

    /** Refuses: in a run over a whole series it is the last bar of all, which is the future to all others. */
    @Override
    public Bar getLastBar() {
        throw new IndexOutOfBoundsException("the last bar of the series was read, which is the candle in progress and"
                + " has not closed; read getBar(index) with the index that getValue or isSatisfied is given");
    }

    @Override
    public NumFactory numFactory() {
        return DoubleNumFactory.getInstance();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getBarCount() {
        return size;
    }

    @Override
    public List<Bar> getBarData() {
        return new AbstractList<>() {
            @Override
            public Bar get(int index) {
                return getBar(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public int getBeginIndex() {
        return 0;
    }

    @Override
    public int getEndIndex() {
        return size;
    }

    @Override
    public int getRemovedBarsCount() {
        return 0;
    }

    /** {@return a finite number, without which ta4j's caches fail after a million candles} */
    @Override
    public int getMaximumBarCount() {
        return size == 0 ? HISTORY : SHORT_HISTORY;
    }

    @Override
    public String getSeriesPeriodDescription() {
        return size == 0
                ? ""
                : getBar(0).getEndTime() + " - " + getBar(size - 1).getEndTime();
    }

    /** {@return the same in UTC, since what a run does may not depend on the machine's time zone} */
    @Override
    public String getSeriesPeriodDescriptionInSystemTimeZone() {
        return getSeriesPeriodDescription();
    }

    @Override
    public BarBuilder barBuilder() {
        throw readOnly();
    }

    @Override
    public void setMaximumBarCount(int maximumBarCount) {
        throw readOnly();
    }

    @Override
    public void addBar(Bar bar, boolean replace) {
        throw readOnly();
    }

    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw readOnly();
    }

    @Override
    public void addPrice(Num price) {
        throw readOnly();
    }

    @Override
    public BarSeries getSubSeries(int startIndex, int endIndex) {
        throw readOnly();
    }

    @Override
    public String toString() {
        return name + ", " + size + " closed candles";
    }

    static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the series holds what the engine's candles say; it can be read only");
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
