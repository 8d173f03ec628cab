package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.Timeframe;

/** The last {@link Candles#HISTORY} closed candles of a timeframe. Belongs to one run; used by its thread only. */
public final class CandleWindow implements Candles {
    private static final int MASK = HISTORY - 1;

    final Cell openCell = new Cell();
    final Cell highCell = new Cell();
    final Cell lowCell = new Cell();
    final Cell closeCell = new Cell();
    final Cell volumeCell = new Cell();

    private final Timeframe timeframe;
    private final long[] time = new long[HISTORY];
    private final double[] open = new double[HISTORY];
    private final double[] high = new double[HISTORY];
    private final double[] low = new double[HISTORY];
    private final double[] close = new double[HISTORY];
    private final double[] volume = new double[HISTORY];
    private int last;
    private int size;

    /**
     * Makes an empty window.
     *
     * @param timeframe the length of each candle
     */
    public CandleWindow(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    /**
     * Takes in the candle that just closed; the oldest leaves when the window is full. The numbers are not checked.
     *
     * @param timeMillis when it opened, in milliseconds since 1970 UTC
     */
    public void push(long timeMillis, double open, double high, double low, double close, double volume) {
        int next = (last + 1) & MASK;
        time[next] = timeMillis;
        this.open[next] = open;
        this.high[next] = high;
        this.low[next] = low;
        this.close[next] = close;
        this.volume[next] = volume;
        last = next;
        size = Math.min(size + 1, HISTORY);
        openCell.current = open;
        highCell.current = high;
        lowCell.current = low;
        closeCell.current = close;
        volumeCell.current = volume;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timeMillis(int ago) {
        return time[index(ago)];
    }

    @Override
    public double open(int ago) {
        return open[index(ago)];
    }

    @Override
    public double high(int ago) {
        return high[index(ago)];
    }

    @Override
    public double low(int ago) {
        return low[index(ago)];
    }

    @Override
    public double close(int ago) {
        return close[index(ago)];
    }

    @Override
    public double volume(int ago) {
        return volume[index(ago)];
    }

    /** {@return the timeframe, how many candles there are, and the last of them} */
    @Override
    public String toString() {
        return size == 0 ? "no " + timeframe + " candle" : size + " " + timeframe + " candles to " + candle(0);
    }

    private int index(int ago) {
        if (ago < 0 || ago >= size) {
            throw new IndexOutOfBoundsException("candle " + ago + " of " + timeframe + " was asked for; "
                    + (size == 0 ? "none has closed yet" : "only 0 to " + (size - 1) + " can be read"));
        }
        return (last - ago) & MASK;
    }
}
