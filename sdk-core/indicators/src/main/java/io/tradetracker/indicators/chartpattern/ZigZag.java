package io.tradetracker.indicators.chartpattern;

/**
 * Pivots: highs and lows in turn, each known once prices have come back far enough from it. It keeps the newest 32. Not
 * safe for use by several threads.
 */
final class ZigZag {
    static final int KEPT = 32;
    private static final int MASK = KEPT - 1;

    private final PivotRule rule;
    private final int[] candle = new int[KEPT];
    private final double[] price = new double[KEPT];
    private int count;
    private boolean newestIsHigh;
    private int direction;
    private int highAt;
    private int lowAt;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;

    ZigZag(PivotRule rule) {
        this.rule = rule;
    }

    /** Takes the newest candle. {@return whether a pivot became known with it} */
    boolean onCandle(CandleTape tape) {
        int now = tape.last();
        double atr = tape.atr(now);
        boolean newHigh = tape.high(now) > high;
        boolean newLow = tape.low(now) < low;
        if (newHigh) {
            high = tape.high(now);
            highAt = now;
        }
        if (newLow) {
            low = tape.low(now);
            lowAt = now;
        }
        if (direction > 0 && newHigh) {
            low = tape.low(now);
            lowAt = now;
            return false;
        }
        if (direction < 0 && newLow) {
            high = tape.high(now);
            highAt = now;
            return false;
        }
        if (now < CandleTape.PERIOD || !(atr > 0)) {
            return false;
        }
        if (direction >= 0 && high - low >= rule.distance(high, atr) && lowAt > highAt) {
            keep(highAt, high, true);
            high = tape.high(now);
            highAt = now;
            return true;
        }
        if (direction <= 0 && high - low >= rule.distance(low, atr) && highAt > lowAt) {
            keep(lowAt, low, false);
            low = tape.low(now);
            lowAt = now;
            return true;
        }
        return false;
    }

    private void keep(int at, double pivot, boolean isHigh) {
        candle[count & MASK] = at;
        price[count & MASK] = pivot;
        newestIsHigh = isHigh;
        direction = isHigh ? -1 : 1;
        count++;
    }

    /** {@return how many pivots there were so far} */
    int count() {
        return count;
    }

    /** {@return the candle of a pivot; 0 is the newest} */
    int candle(int back) {
        return candle[(count - 1 - back) & MASK];
    }

    /** {@return the price of a pivot; 0 is the newest} */
    double price(int back) {
        return price[(count - 1 - back) & MASK];
    }

    /** {@return whether a pivot is a high; 0 is the newest} */
    boolean isHigh(int back) {
        return newestIsHigh == (back % 2 == 0);
    }
}
