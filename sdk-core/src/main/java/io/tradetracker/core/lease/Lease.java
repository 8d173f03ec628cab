package io.tradetracker.core.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The right to do for a while what only one may do, such as running a bot. How long it lasts is measured by the
 * monotonic clock of its holder, from before it was asked for, so it never lasts longer here than where it was given.
 * Immutable; safe to share between threads.
 */
public final class Lease {
    private final String subject;
    private final String holder;
    private final long epoch;
    private final LongSupplier nanoClock;
    private final long endNanos;

    private Lease(String subject, String holder, long epoch, LongSupplier nanoClock, long endNanos) {
        this.subject = subject;
        this.holder = holder;
        this.epoch = epoch;
        this.nanoClock = nanoClock;
        this.endNanos = endNanos;
    }

    /**
     * {@return a lease from a moment on}
     *
     * @param subject what it is about, such as {@code bot trend-1}
     * @param holder who has it
     * @param epoch higher than that of every holder before
     * @param length from the moment on
     * @param fromNanos the moment, by the clock
     * @param nanoClock monotonic, such as {@code System::nanoTime}
     */
    public static Lease of(
            String subject, String holder, long epoch, Duration length, long fromNanos, LongSupplier nanoClock) {
        return new Lease(subject, holder, epoch, nanoClock, fromNanos + length.toNanos());
    }

    /** {@return the same lease, which now lasts that long from a moment on} */
    public Lease renewed(Duration length, long fromNanos) {
        return new Lease(subject, holder, epoch, nanoClock, fromNanos + length.toNanos());
    }

    /** {@return what it is about} */
    public String subject() {
        return subject;
    }

    /** {@return who has it} */
    public String holder() {
        return holder;
    }

    /** {@return which holder this is: later ones have higher numbers} */
    public long epoch() {
        return epoch;
    }

    /** {@return how long it lasts from now on; zero when it is over} */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoClock.getAsLong()));
    }

    /** {@return whether its holder has it no more} */
    public boolean isOver() {
        return remaining().isZero();
    }

    /** {@return whether something that takes this long is over before the lease is} */
    public boolean outlasts(Duration request) {
        return remaining().compareTo(request) > 0;
    }

    @Override
    public String toString() {
        return "lease " + epoch + " of " + subject + ", held by " + holder;
    }
}
