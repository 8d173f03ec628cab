package io.tradetracker.core.bot;

import java.time.Duration;

/** When to try again: after a first pause, then each time after twice as long, at most a minute. Used by one thread. */
final class Retry {
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private final long firstNanos;
    private long nextNanos;
    private boolean waiting;
    private long dueNanos;

    Retry(Duration first) {
        firstNanos = first.toNanos();
        nextNanos = firstNanos;
    }

    void later() {
        waiting = true;
        dueNanos = System.nanoTime() + nextNanos;
        nextNanos = Math.min(2 * nextNanos, LONGEST_NANOS);
    }

    void stop() {
        waiting = false;
    }

    /** It worked. */
    void reset() {
        waiting = false;
        nextNanos = firstNanos;
    }

    /** {@return how long until it is due; {@link Long#MAX_VALUE} when nothing is} */
    long nanosLeft() {
        return waiting ? Math.max(0, dueNanos - System.nanoTime()) : Long.MAX_VALUE;
    }
}
