package io.tradetracker.indicators.chartpattern;

/**
 * The newest candles with their average true range and relative strength (Wilder, "New Concepts in Technical Trading
 * Systems", 1978; 14 candles each). It keeps 512 and forgets the oldest. Not safe for use by several threads.
 */
final class CandleTape {
    static final int KEPT = 512;
    static final int PERIOD = 14;
    private static final int MASK = KEPT - 1;

    private final long[] time = new long[KEPT];
    private final double[] high = new double[KEPT];
    private final double[] low = new double[KEPT];
    private final double[] close = new double[KEPT];
    private final double[] atr = new double[KEPT];
    private final double[] strength = new double[KEPT];
    private final double[] closes = new double[KEPT];
    private int size;
    private double gains;
    private double losses;

    void add(long timeMillis, double newHigh, double newLow, double newClose) {
        int at = size & MASK;
        int before = (size - 1) & MASK;
        double range = newHigh - newLow;
        double change = 0;
        if (size > 0) {
            range = Math.max(newHigh, close[before]) - Math.min(newLow, close[before]);
            change = newClose - close[before];
        }
        double weight = 1.0 / Math.min(size + 1, PERIOD);
        double meanBefore = size == 0 ? 0 : atr[before];
        double sumBefore = size == 0 ? 0 : closes[before];
        gains += weight * (Math.max(change, 0) - gains);
        losses += weight * (Math.max(-change, 0) - losses);
        time[at] = timeMillis;
        high[at] = newHigh;
        low[at] = newLow;
        close[at] = newClose;
        atr[at] = meanBefore + weight * (range - meanBefore);
        strength[at] = gains + losses > 0 ? 100 * gains / (gains + losses) : 50;
        closes[at] = sumBefore + newClose;
        size++;
    }

    /** {@return how many candles came so far} */
    int size() {
        return size;
    }

    /** {@return the number of the newest candle} */
    int last() {
        return size - 1;
    }

    /** {@return whether a candle has come and is still kept} */
    boolean holds(int candle) {
        return candle >= 0 && candle < size && candle > size - KEPT;
    }

    long time(int candle) {
        return time[candle & MASK];
    }

    double high(int candle) {
        return high[candle & MASK];
    }

    double low(int candle) {
        return low[candle & MASK];
    }

    double close(int candle) {
        return close[candle & MASK];
    }

    /** {@return the average true range with that candle} */
    double atr(int candle) {
        return atr[candle & MASK];
    }

    /** {@return the relative strength index with that candle, 0 to 100} */
    double strength(int candle) {
        return strength[candle & MASK];
    }

    /** {@return the mean close from one candle to another, the first not included} */
    double meanClose(int after, int to) {
        return (closes[to & MASK] - closes[after & MASK]) / (to - after);
    }
}
