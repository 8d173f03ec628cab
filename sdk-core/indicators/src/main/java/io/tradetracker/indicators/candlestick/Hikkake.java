package io.tradetracker.indicators.candlestick;

/**
 * A candle that leaves an inside candle the wrong way, and the close within three candles that comes back through it.
 * The only pattern that remembers: until it is confirmed, replaced or too old. Used by one thread.
 */
final class Hikkake {
    private static final int LATEST_CONFIRMATION = 3;
    private static final int FORGOTTEN = Integer.MAX_VALUE;

    private final boolean modified;
    private final int firstCandle;
    private int direction;
    private double confirmingPrice;
    private int age = FORGOTTEN;
    private int delay;

    /** @param modified whether two candles lie inside each other and the second closes near the wrong end */
    Hikkake(boolean modified) {
        this.modified = modified;
        firstCandle = modified ? 8 : 3;
    }

    void clear() {
        age = FORGOTTEN;
    }

    /** {@return the signal at the last candle: ±100 for the pattern, ±200 for its confirmation, else 0} */
    int update(CandleShapes c) {
        if (c.size() < firstCandle) {
            return 0;
        }
        int found = wrongWay(c);
        if (found != 0) {
            direction = found;
            confirmingPrice = found > 0 ? c.high(1) : c.low(1);
            age = 0;
            delay = 0;
            return 100 * found;
        }
        age = age < LATEST_CONFIRMATION ? age + 1 : FORGOTTEN;
        return age != FORGOTTEN && isThrough(c.close(0)) ? confirmed() : 0;
    }

    /** {@return how many candles after the pattern its last signal came} */
    int delay() {
        return delay;
    }

    private boolean isThrough(double close) {
        return direction > 0 ? close > confirmingPrice : close < confirmingPrice;
    }

    private int confirmed() {
        delay = age;
        age = FORGOTTEN;
        return 200 * direction;
    }

    private int wrongWay(CandleShapes c) {
        if (!isInside(c, 1) || (modified && !isInside(c, 2))) {
            return 0;
        }
        if (c.high(0) < c.high(1) && c.low(0) < c.low(1)) {
            return !modified || c.close(2) <= c.low(2) + c.near(2) ? 1 : 0;
        }
        if (c.high(0) > c.high(1) && c.low(0) > c.low(1)) {
            return !modified || c.close(2) >= c.high(2) - c.near(2) ? -1 : 0;
        }
        return 0;
    }

    private static boolean isInside(CandleShapes c, int ago) {
        return c.high(ago) < c.high(ago + 1) && c.low(ago) > c.low(ago + 1);
    }
}
