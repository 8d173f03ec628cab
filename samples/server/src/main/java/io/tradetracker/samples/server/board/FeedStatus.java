package io.tradetracker.samples.server.board;

import java.time.Instant;

/**
 * Where a replay of recorded prices is. Immutable.
 *
 * @param speed how many times faster than it happened
 * @param paused whether it waits
 * @param round which time it runs, from 1
 * @param time the moment of market time it has reached
 * @param roundFrom when this round began, in market time
 * @param roundTo when this round ends, in market time
 * @param from the first recorded moment
 * @param to the last recorded moment
 */
public record FeedStatus(
        double speed,
        boolean paused,
        int round,
        Instant time,
        Instant roundFrom,
        Instant roundTo,
        Instant from,
        Instant to) {
    FeedStatus at(Instant newTime) {
        return new FeedStatus(speed, paused, round, newTime, roundFrom, roundTo, from, to);
    }
}
