package io.tradetracker.api.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open, high, low, close and volume of one instrument over one timeframe. Immutable.
 *
 * @param time when it opened, UTC
 * @param open first price
 * @param high highest price, not below open or close
 * @param low lowest price, not above open or close
 * @param close last price
 * @param volume units of the source, zero or above
 */
public record Candle(Instant time, double open, double high, double low, double close, double volume) {
    /**
     * @throws IllegalArgumentException when a number is not finite, the volume is negative, or high and low do not
     *     enclose open and close
     */
    public Candle {
        String fault = fault(open, high, low, close, volume);
        if (fault != null) {
            throw new IllegalArgumentException("candle at " + time + ": " + fault);
        }
    }

    /** {@return what is wrong with these numbers, or null when they make a candle} */
    static @Nullable String fault(double open, double high, double low, double close, double volume) {
        if (!allFinite(open, high, low, close, volume)) {
            return "every number must be finite, but was " + open + ", " + high + ", " + low + ", " + close + ", "
                    + volume;
        }
        if (high < Math.max(open, close)) {
            return "high " + high + " is below open " + open + " or close " + close;
        }
        if (low > Math.min(open, close)) {
            return "low " + low + " is above open " + open + " or close " + close;
        }
        return volume < 0 ? "volume " + volume + " is negative" : null;
    }

    private static boolean allFinite(double open, double high, double low, double close, double volume) {
        return Double.isFinite(open)
                && Double.isFinite(high)
                && Double.isFinite(low)
                && Double.isFinite(close)
                && Double.isFinite(volume);
    }
}
