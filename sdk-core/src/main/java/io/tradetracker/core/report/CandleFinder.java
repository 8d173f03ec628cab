package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;

/** Finds candles by time, quickly where each moment is near the one before. Used by one thread. */
final class CandleFinder {
    private final CandleSeries candles;
    private final long lengthMillis;
    private int at;

    /** Takes a series of at least one candle. */
    CandleFinder(CandleSeries candles) {
        this.candles = candles;
        lengthMillis = candles.timeframe().millis();
    }

    CandleSeries candles() {
        return candles;
    }

    /** {@return the first candle that closes after that moment; the size of the series when there is none} */
    int firstClosingAfter(long timeMillis) {
        return lastAt(timeMillis - lengthMillis) + 1;
    }

    /** {@return the last candle that opened at that moment or before; −1 when there is none} */
    int lastAt(long timeMillis) {
        int guess = guess(timeMillis);
        int found = candles.timeMillis(guess) <= timeMillis ? forward(guess, timeMillis) : back(guess, timeMillis);
        at = Math.max(0, found);
        return found;
    }

    /** {@return where it were if no candle was missing since the last one found} */
    private int guess(long timeMillis) {
        long steps = (timeMillis - candles.timeMillis(at)) / lengthMillis;
        return Math.clamp(at + steps, 0, candles.size() - 1);
    }

    private int forward(int from, long timeMillis) {
        int low = from;
        int high = from + 1;
        for (int step = 1; high < candles.size() && candles.timeMillis(high) <= timeMillis; step *= 2) {
            low = high;
            high += Math.min(step, candles.size() - high);
        }
        return between(low, high, timeMillis);
    }

    private int back(int from, long timeMillis) {
        int low = from - 1;
        int high = from;
        for (int step = 1; low >= 0 && candles.timeMillis(low) > timeMillis; step *= 2) {
            high = low;
            low = Math.max(-1, low - step);
        }
        return between(low, high, timeMillis);
    }

    /** Halves the distance: {@code low} opened at that moment or before, {@code high} after it. */
    private int between(int low, int high, long timeMillis) {
        int last = low;
        int after = high;
        while (after - last > 1) {
            int middle = (last + after) >>> 1;
            if (candles.timeMillis(middle) <= timeMillis) {
                last = middle;
            } else {
                after = middle;
            }
        }
        return last;
    }
}
