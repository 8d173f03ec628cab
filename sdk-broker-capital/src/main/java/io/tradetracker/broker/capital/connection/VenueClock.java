package io.tradetracker.broker.capital.connection;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The service's time: what it told last, and what has passed since. Safe for use by several threads. */
public final class VenueClock implements InstantSource {
    private final ElapsedTime time;
    private volatile @Nullable Told told;

    VenueClock(ElapsedTime time) {
        this.time = time;
    }

    /**
     * The service told its time.
     *
     * @param asked when it was asked
     */
    void tell(long millis, long asked) {
        told = new Told(Instant.ofEpochMilli(millis), asked);
    }

    /**
     * {@return what time it is at the service, at most the way of a request ahead}
     *
     * @throws IllegalStateException when there was no log-in yet
     */
    @Override
    public Instant instant() {
        Told last = told;
        if (last == null) {
            throw new IllegalStateException("the service has not told its time yet");
        }
        return last.time.plusNanos(time.nanos() - last.nanos);
    }

    private record Told(Instant time, long nanos) {}
}
