package io.tradetracker.charts.service;

import java.time.Duration;

/**
 * What one chart, and all at once, may take. Immutable.
 *
 * @param mostCandles of a series that is given, also of one that is compared
 * @param mostDots of a picture
 * @param mostAtOnce charts drawn at the same time, in the threads of those who ask
 * @param longestWait for a turn
 */
public record ChartLimits(int mostCandles, long mostDots, int mostAtOnce, Duration longestWait) {
    /** @throws IllegalArgumentException when a number is not above zero, or the wait is below zero */
    public ChartLimits {
        if (mostCandles < 1 || mostDots < 1 || mostAtOnce < 1 || longestWait.isNegative()) {
            throw new IllegalArgumentException("limits of charts must be above zero, but are " + mostCandles
                    + " candles, " + mostDots + " dots, " + mostAtOnce + " at once, " + longestWait + " to wait");
        }
    }

    /** {@return a million candles, 16 million dots, one chart for each processor, ten seconds to wait} */
    public static ChartLimits usual() {
        return new ChartLimits(
                1_000_000, 16_000_000, Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(10));
    }
}
