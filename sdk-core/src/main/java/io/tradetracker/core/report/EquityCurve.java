package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.time.Instant;

/** Equity at each moment at which a candle closed, oldest first. Immutable; safe to share between threads. */
public final class EquityCurve {
    private final Moments moments;
    private final double[] equity;
    private final long lengthMillis;

    private EquityCurve(Moments moments, double[] equity, long lengthMillis) {
        this.moments = moments;
        this.equity = equity;
        this.lengthMillis = lengthMillis;
    }

    /**
     * {@return the curve of a run of one instrument}
     *
     * @param candles which closed at the moments
     * @param equity one for each candle; not copied
     */
    public static EquityCurve of(CandleSeries candles, double[] equity) {
        return new EquityCurve(candles::timeMillis, equity, candles.timeframe().millis());
    }

    /**
     * {@return the curve of any run}
     *
     * @param openMillis open time of the candles that closed at each moment; not copied
     * @param equity one for each moment; not copied
     * @param lengthMillis how long a candle is
     */
    public static EquityCurve of(long[] openMillis, double[] equity, long lengthMillis) {
        return new EquityCurve(i -> openMillis[i], equity, lengthMillis);
    }

    /** When the candles of each moment opened. */
    @FunctionalInterface
    private interface Moments {
        long timeMillis(int i);
    }

    /** {@return how many moments there are} */
    public int size() {
        return equity.length;
    }

    /** {@return the open time of the candles that closed at moment {@code i}} */
    public Instant time(int i) {
        return Instant.ofEpochMilli(timeMillis(i));
    }

    /** {@return the open time of the candles that closed at moment {@code i}, in milliseconds since 1970 UTC} */
    public long timeMillis(int i) {
        return moments.timeMillis(i);
    }

    /** {@return the last moment whose candles opened before a time, looked for from a moment that did} */
    int lastBefore(long millis, int from) {
        int last = from;
        int step = 1;
        while (last + step < size() && timeMillis(last + step) < millis) {
            last += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (last + step < size() && timeMillis(last + step) < millis) {
                last += step;
            }
        }
        return last;
    }

    /** {@return when the candles of moment {@code i} closed} */
    public Instant closeTime(int i) {
        return Instant.ofEpochMilli(timeMillis(i) + lengthMillis);
    }

    /** {@return the equity at moment {@code i}} */
    public double equity(int i) {
        return equity[i];
    }
}
