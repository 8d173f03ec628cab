package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Counts requests of one kind. */
final class Meter {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private long count;
    private int busiestSecond;
    private @Nullable Instant last;
    private @Nullable Duration smallestGap;

    void count(Instant now) {
        count++;
        while (!lastSecond.isEmpty() && !lastSecond.getFirst().isAfter(now.minus(SECOND))) {
            lastSecond.removeFirst();
        }
        lastSecond.addLast(now);
        busiestSecond = Math.max(busiestSecond, lastSecond.size());
        if (last != null) {
            Duration gap = Duration.between(last, now);
            smallestGap = smallestGap == null || gap.compareTo(smallestGap) < 0 ? gap : smallestGap;
        }
        last = now;
    }

    VenueRecord.Traffic traffic() {
        return new VenueRecord.Traffic(count, busiestSecond, smallestGap);
    }
}
