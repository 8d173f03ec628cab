package io.tradetracker.samples.server.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay of recorded prices is. Immutable.
 *
 * @param speed how many times faster than it happened
 * @param paused whether it waits
 * @param round which time it runs, from 1
 * @param time the recorded moment it has reached; null before the first price
 * @param from the first recorded moment; null while unknown
 * @param to the last recorded moment; null while unknown
 */
public record FeedStatus(
        double speed,
        boolean paused,
        int round,
        @Nullable Instant time,
        @Nullable Instant from,
        @Nullable Instant to) {}
