package io.tradetracker.core.lease;

import io.tradetracker.core.internal.Round;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gets the lease of one subject and keeps it: asks for it until it is given, renews it, and asks anew when it was lost.
 * It has one thread, so that nothing slow makes a lease run out. Safe for use by several threads.
 */
public final class LeaseKeeper implements AutoCloseable {
    private final Leases leases;
    private final String subject;
    private final String holder;
    private final Runnable changed;
    private final Round round;
    private volatile @Nullable Lease lease;

    /**
     * Makes a keeper that has not begun.
     *
     * @param subject what the lease is about
     * @param holder who wants it: a name that no other process has
     * @param every how often it is asked for or renewed; a third of a lease's length leaves room for a failure
     * @param changed called when the lease was got or lost, by the keeper's thread
     * @param failed hears why leases could not be asked for; it is tried again
     */
    public LeaseKeeper(
            Leases leases,
            String subject,
            String holder,
            Duration every,
            Runnable changed,
            Consumer<RuntimeException> failed) {
        this.leases = leases;
        this.subject = subject;
        this.holder = holder;
        this.changed = changed;
        round = new Round("lease-of-" + subject, this::keep, every, failed);
    }

    /** Begins. */
    public void start() {
        round.start();
    }

    private void keep() {
        Lease held = lease;
        if (held == null) {
            leases.acquire(subject, holder).ifPresent(this::set);
            return;
        }
        Optional<Lease> renewed = leases.renew(held);
        if (renewed.isPresent()) {
            lease = renewed.get();
        } else {
            set(null);
        }
    }

    private void set(@Nullable Lease now) {
        lease = now;
        changed.run();
    }

    /** {@return the lease while it lasts} */
    public Optional<Lease> lease() {
        Lease held = lease;
        return held == null || held.isOver() ? Optional.empty() : Optional.of(held);
    }

    /** {@return whether the lease of that epoch is held and lasts longer than that} */
    public boolean outlasts(long epoch, Duration request) {
        Lease held = lease;
        return held != null && held.epoch() == epoch && held.outlasts(request);
    }

    /** Ends it and gives the lease up; the holder has stopped and has no request on its way. */
    @Override
    public void close() {
        round.close();
        Lease held = lease;
        lease = null;
        if (held != null && !held.isOver()) {
            leases.release(held);
        }
    }
}
