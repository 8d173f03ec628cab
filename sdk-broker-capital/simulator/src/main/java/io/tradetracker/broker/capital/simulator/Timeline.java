package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Venue time and what is to happen. All but {@link #now} is used under the venue's lock. */
final class Timeline {
    /** What comes first among things of one moment. */
    enum Rank {
        BAR,
        TIMER,
        QUOTE
    }

    private record Event(Instant time, Rank rank, long number, Runnable action) {}

    private final Queue<Event> events = new PriorityQueue<>(
            Comparator.comparing(Event::time).thenComparing(Event::rank).thenComparingLong(Event::number));
    private long number;
    private volatile Instant now;

    Timeline(Instant start) {
        now = start;
    }

    Instant now() {
        return now;
    }

    void at(Instant time, Rank rank, Runnable action) {
        events.add(new Event(time, rank, number++, action));
    }

    void after(Duration delay, Runnable action) {
        at(now.plus(delay), Rank.TIMER, action);
    }

    void advanceTo(Instant end) {
        if (end.isBefore(now)) {
            throw new IllegalArgumentException("venue time is " + now + " and cannot go back to " + end);
        }
        for (Event next = events.peek(); next != null && !next.time.isAfter(end); next = events.peek()) {
            events.remove();
            if (next.time.isAfter(now)) {
                now = next.time;
            }
            next.action.run();
        }
        now = end;
    }
}
