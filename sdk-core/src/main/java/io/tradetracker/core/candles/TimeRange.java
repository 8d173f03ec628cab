package io.tradetracker.core.candles;

import io.tradetracker.api.market.Timeframe;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of time. Immutable.
 *
 * @param from its first moment
 * @param to the first moment behind it
 */
public record TimeRange(Instant from, Instant to) {
    /** @throws IllegalArgumentException when it ends where it begins, or before */
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range from " + from + " to " + to + " is empty; it must end later");
        }
    }

    /** {@return the range between these moments, in milliseconds since 1970 UTC} */
    static TimeRange ofMillis(long from, long to) {
        return new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    /** {@return whether a moment is in it} */
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /**
     * {@return the range that has the same open times of candles and begins and ends with one; empty when it has none}
     *
     * @throws IllegalArgumentException when it is too far from 1970 for milliseconds
     */
    public Optional<TimeRange> opens(Timeframe timeframe) {
        long first = openAtOrAfter(from, timeframe);
        long end = openAtOrAfter(to, timeframe);
        return first < end ? Optional.of(ofMillis(first, end)) : Optional.empty();
    }

    /** {@return how many candles fit in, when it begins and ends with an open time} */
    long countOf(Timeframe timeframe) {
        return (to.toEpochMilli() - from.toEpochMilli()) / timeframe.millis();
    }

    private static long openAtOrAfter(Instant moment, Timeframe timeframe) {
        try {
            long millis = moment.toEpochMilli();
            long rounded = moment.equals(Instant.ofEpochMilli(millis)) ? millis : Math.addExact(millis, 1);
            return timeframe.openOf(Math.addExact(rounded, timeframe.millis() - 1));
        } catch (ArithmeticException | DateTimeException tooFar) {
            throw new IllegalArgumentException("time " + moment + " is too far away; give one nearer to 1970", tooFar);
        }
    }

    /** {@return such as {@code 2024-01-01T00:00:00Z to 2024-02-01T00:00:00Z}} */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
