package io.tradetracker.indicators;

import java.time.Duration;

/** Days of UTC. */
final class Days {
    private static final long MILLIS = Duration.ofDays(1).toMillis();

    private Days() {}

    /** {@return the day of a moment, counted from 1970-01-01} */
    static long of(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }
}
