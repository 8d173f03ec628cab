package io.tradetracker.broker.capital.connection;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The service's time: what it told last, and what has passed since. It told it some time between the question and its
 * answer, so that its time lies between two moments. Safe for use by several threads.
 */
public final class VenueClock implements InstantSource {
    private final ElapsedTime time;
    private volatile @Nullable Told told;

    VenueClock(ElapsedTime time) {
        this.time = time;
    }

    /**
     * The service told its time, and the answer came now.
     *
     * @param asked when it was asked
     */
    void tell(long millis, long asked) {
        told = new Told(Instant.ofEpochMilli(millis), asked, time.nanos());
    }

    /**
     * {@return what time it is at the service at least: what is over by this clock is over there}
     *
     * @throws IllegalStateException when there was no log-in yet
     */
    @Override
    public Instant instant() {
        Told last = last();
        return last.time.plusNanos(time.nanos() - last.answered);
    }

    /**
     * {@return what time it is at the service at most: what is not over by this clock is not over there}
     *
     * @throws IllegalStateException when there was no log-in yet
     */
    public Instant latest() {
        Told last = last();
        return last.time.plusNanos(time.nanos() - last.asked);
    }

    private Told last() {
        Told last = told;
        if (last == null) {
            throw new IllegalStateException("the service has not told its time yet");
        }
        return last;
    }

    private record Told(Instant time, long asked, long answered) {}
}
