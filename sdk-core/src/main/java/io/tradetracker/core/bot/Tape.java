package io.tradetracker.core.bot;

import io.tradetracker.api.market.Print;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What is known of the prints of one instrument. Used by one thread at a time. */
final class Tape {
    private static final int REMEMBERED = 10_000;

    private final Deque<Object> order = new ArrayDeque<>();
    private final Set<Object> seen = new HashSet<>();
    private long latestMillis = Long.MIN_VALUE;
    private long wholeFrom;
    private long overUntil = Long.MIN_VALUE;

    /**
     * {@return whether this print was here before} One with a name is known by it. Of those without a name, two that
     * are equal may both be real, so one is a repeat only when it is older than the latest.
     */
    boolean isRepeat(Print print) {
        long millis = print.time().toEpochMilli();
        boolean named = !print.id().isEmpty();
        Object known = named ? print.id() : print;
        if (!seen.add(known)) {
            return named || millis < latestMillis;
        }
        latestMillis = Math.max(latestMillis, millis);
        order.addLast(known);
        if (order.size() > REMEMBERED) {
            seen.remove(order.removeFirst());
        }
        return false;
    }

    /** Prints from before this moment may be missing. */
    void wholeFrom(long millis) {
        wholeFrom = millis;
    }

    /** {@return whether no print of a candle that opened then may be missing} */
    boolean isWhole(long openMillis) {
        return openMillis >= wholeFrom;
    }

    /** What opened before this moment is over, unless a print comes late. */
    void overUntil(long openMillis) {
        overUntil = Math.max(overUntil, openMillis);
    }

    /** {@return whether the candle that opened then is over} */
    boolean isOver(long openMillis) {
        return openMillis < overUntil;
    }
}
