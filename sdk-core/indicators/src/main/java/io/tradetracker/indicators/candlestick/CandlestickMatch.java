package io.tradetracker.indicators.candlestick;

/**
 * A candlestick pattern that showed. Immutable.
 *
 * @param pattern which
 * @param signal above 0 for bullish, below for bearish; see {@link CandlestickScan#signal}
 * @param strength 0 to 1; see {@link CandlestickScan#strength}
 * @param trend of the prices before it: 1, −1 or 0; see {@link CandlestickScan#trend}
 * @param fromMillis when its first candle opened, in milliseconds since 1970 UTC
 * @param toMillis when its last candle opened, in milliseconds since 1970 UTC; it shows when that candle has closed
 */
public record CandlestickMatch(
        CandlestickPattern pattern, int signal, double strength, int trend, long fromMillis, long toMillis) {
    /** {@return whether the signal is against the trend before it, as a reversal must be} */
    public boolean isAgainstTrend() {
        return trend != 0 && Integer.signum(signal) == -trend;
    }
}
