package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last {@link Candles#HISTORY} closed candles of a timeframe. Belongs to one run; used by its thread only. */
final class CandleWindow implements Candles {
    final PriceCell openCell = new PriceCell(PriceField.OPEN);
    final PriceCell highCell = new PriceCell(PriceField.HIGH);
    final PriceCell lowCell = new PriceCell(PriceField.LOW);
    final PriceCell closeCell = new PriceCell(PriceField.CLOSE);
    final PriceCell volumeCell = new PriceCell(PriceField.VOLUME);

    private final Timeframe timeframe;
    private final long[] time = new long[HISTORY];
    private final double[] open = new double[HISTORY];
    private final double[] high = new double[HISTORY];
    private final double[] low = new double[HISTORY];
    private final double[] close = new double[HISTORY];
    private final double[] volume = new double[HISTORY];
    final Cursor cursor = new Cursor();
    private @Nullable CandleSeries series;
    private int size;
    private int base;

    /**
     * Makes an empty window.
     *
     * @param timeframe the length of each candle
     */
    CandleWindow(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    /**
     * Takes in the candle that just closed; the oldest leaves when the window is full. The numbers are not checked.
     *
     * @param timeMillis when it opened, in milliseconds since 1970 UTC
     */
    void push(long timeMillis, double open, double high, double low, double close, double volume) {
        cursor.goRound();
        int next = cursor.at & Cursor.RING;
        time[next] = timeMillis;
        this.open[next] = open;
        this.high[next] = high;
        this.low[next] = low;
        this.close[next] = close;
        this.volume[next] = volume;
        size = Math.min(size + 1, HISTORY);
        show(open, high, low, close, volume);
    }

    private void show(double open, double high, double low, double close, double volume) {
        openCell.current = open;
        highCell.current = high;
        lowCell.current = low;
        closeCell.current = close;
        volumeCell.current = volume;
    }

    /** From now on its candles are those of a series, the first of which comes next. */
    void over(CandleSeries candles) {
        series = candles;
        cursor.at = IndicatorColumns.FIRST - 1;
    }

    /** The cursor is before the first of the next candles, of which this one is at position FIRST. */
    void block(int firstCandle) {
        base = firstCandle;
        cursor.at = IndicatorColumns.FIRST - 1;
    }

    /** The next candle of the series closed; steps do not see it before {@link #show()}. */
    void advance() {
        cursor.at++;
    }

    /** Lets steps see the candle at the cursor. */
    void show() {
        CandleSeries from = Objects.requireNonNull(series);
        int i = candle();
        show(from.open(i), from.high(i), from.low(i), from.close(i), from.volume(i));
    }

    /** {@return which candle of the series is at the cursor} */
    private int candle() {
        return cursor.at - IndicatorColumns.FIRST + base;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public int size() {
        return series == null ? size : Math.min(candle() + 1, HISTORY);
    }

    @Override
    public long timeMillis(int ago) {
        int i = index(ago);
        return series == null ? time[i] : series.timeMillis(i);
    }

    @Override
    public double open(int ago) {
        int i = index(ago);
        return series == null ? open[i] : series.open(i);
    }

    @Override
    public double high(int ago) {
        int i = index(ago);
        return series == null ? high[i] : series.high(i);
    }

    @Override
    public double low(int ago) {
        int i = index(ago);
        return series == null ? low[i] : series.low(i);
    }

    @Override
    public double close(int ago) {
        int i = index(ago);
        return series == null ? close[i] : series.close(i);
    }

    @Override
    public double volume(int ago) {
        int i = index(ago);
        return series == null ? volume[i] : series.volume(i);
    }

    /** {@return the timeframe, how many candles there are, and the last of them} */
    @Override
    public String toString() {
        return size() == 0 ? "no " + timeframe + " candle" : size() + " " + timeframe + " candles to " + candle(0);
    }

    private int index(int ago) {
        int candles = size();
        if (ago < 0 || ago >= candles) {
            throw new IndexOutOfBoundsException("candle " + ago + " of " + timeframe + " was asked for; "
                    + (candles == 0 ? "none has closed yet" : "only 0 to " + (candles - 1) + " can be read"));
        }
        return series == null ? (cursor.at - ago) & Cursor.RING : candle() - ago;
    }
}
