package io.tradetracker.broker.capital.connection;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * A number of things in any stretch of time. A place is taken before a request leaves and comes free that long after
 * its answer came, so what arrives at the other side in any stretch of that length is never more, however slow the way.
 * Used under a lock.
 */
final class SlidingWindow {
    private final int places;
    private final long nanos;
    private final ArrayDeque<Long> left = new ArrayDeque<>();
    private int inUse;

    SlidingWindow(int places, Duration length) {
        this.places = places;
        nanos = length.toNanos();
    }

    boolean isFree(long now, int keep) {
        forget(now);
        return inUse + left.size() + keep < places;
    }

    void take() {
        inUse++;
    }

    void leave(long now) {
        inUse--;
        left.addLast(now);
    }

    /** {@return how long until a place comes free by itself; 0 when none does} */
    long untilNext(long now) {
        Long first = left.peekFirst();
        return first == null ? 0 : Math.max(1, first + nanos - now);
    }

    private void forget(long now) {
        while (!left.isEmpty() && now - left.getFirst() >= nanos) {
            left.removeFirst();
        }
    }
}
