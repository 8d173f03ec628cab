package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.connection.VenueClock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows until when all that was sent has come. A socket keeps the order of messages: once the service has answered what
 * was asked after a candle's time was over, no earlier word on that candle is still on its way. Safe for use by several
 * threads.
 */
final class Echo {
    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final int MOST = 256;

    private final VenueClock clock;
    private final TreeSet<Long> ends = new TreeSet<>();
    private @Nullable String question;
    private long asked;
    private long heardUntil = Long.MIN_VALUE;

    Echo(VenueClock clock) {
        this.clock = clock;
    }

    /** A new socket has said nothing yet. */
    synchronized void restart() {
        question = null;
        ends.clear();
    }

    /** {@return whether a candle that came cannot be over} */
    boolean isEarly(long endMillis) {
        return endMillis > clock.latest().toEpochMilli();
    }

    /**
     * A word on a candle came.
     *
     * @param endMillis when its time is over
     */
    synchronized void came(long endMillis) {
        if (endMillis > heardUntil) {
            ends.add(endMillis);
            if (ends.size() > MOST) {
                ends.pollLast();
            }
        }
    }

    /** {@return until when all that was sent has come, milliseconds since 1970 UTC} */
    synchronized long heardUntil() {
        return heardUntil;
    }

    /** {@return how long until there is something to ask; zero when it is time} */
    synchronized Duration due() {
        if (question != null || ends.isEmpty()) {
            return AT_MOST;
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochMilli(ends.first()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Asks.
     *
     * @param send gives the name by which the answer will be known
     */
    synchronized void ask(Supplier<String> send) {
        asked = clock.millis();
        question = send.get();
    }

    /** {@return whether this was the answer that was waited for} */
    synchronized boolean answered(String name) {
        if (!name.equals(question)) {
            return false;
        }
        question = null;
        heardUntil = Math.max(heardUntil, asked);
        ends.headSet(asked, true).clear();
        return true;
    }
}
