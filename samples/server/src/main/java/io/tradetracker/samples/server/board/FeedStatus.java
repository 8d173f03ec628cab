package io.tradetracker.samples.server.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where prices come from, and where they are. Immutable.
 *
 * @param source what people read, such as {@code Recorded prices}
 * @param speed how many times faster than it happened; 1 for prices that come as they happen
 * @param paused whether it waits
 * @param time the moment of market time it has reached
 * @param replay where a recording is; null when prices come as they happen
 */
public record FeedStatus(
        String source,
        double speed,
        boolean paused,
        Instant time,
        @Nullable Replay replay) {
    /**
     * Where a recording is. Immutable.
     *
     * @param round which time it runs, from 1
     * @param roundFrom when this round began, in market time
     * @param roundTo when this round ends, in market time
     * @param from the first recorded moment
     * @param to the last recorded moment
     */
    public record Replay(int round, Instant roundFrom, Instant roundTo, Instant from, Instant to) {}

    FeedStatus at(Instant newTime) {
        return new FeedStatus(source, speed, paused, newTime, replay);
    }
}
