package io.tradetracker.core.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at the broker: the last time that it told and what has passed since by a monotonic clock, so that a
 * wall clock that is wrong or set anew changes nothing. Before the broker has told, the wall clock. Safe for use by
 * several threads.
 */
final class BrokerClock implements InstantSource {
    private final InstantSource wallClock;
    private final LongSupplier nanoClock;
    private volatile @Nullable Told told;

    BrokerClock(InstantSource wallClock, LongSupplier nanoClock) {
        this.wallClock = wallClock;
        this.nanoClock = nanoClock;
    }

    /** The broker told its time. */
    void tell(Instant time) {
        told = new Told(time, nanoClock.getAsLong());
    }

    @Override
    public Instant instant() {
        Told last = told;
        return last == null ? wallClock.instant() : last.time().plusNanos(nanoClock.getAsLong() - last.nanos());
    }

    /** {@return how long ago the broker told its time; empty when it never has} */
    @Nullable
    Duration age() {
        Told last = told;
        return last == null ? null : Duration.ofNanos(nanoClock.getAsLong() - last.nanos());
    }

    private record Told(Instant time, long nanos) {}
}
