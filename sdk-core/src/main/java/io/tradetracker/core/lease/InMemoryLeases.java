package io.tradetracker.core.lease;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Leases within one process. Safe for use by several threads. */
public final class InMemoryLeases implements Leases {
    private final LeaseTerms terms;
    private final LongSupplier nanoClock;
    private final Map<String, Holding> holdings = new HashMap<>();

    /** Makes leases of which none is held, with the default terms. */
    public InMemoryLeases() {
        this(LeaseTerms.DEFAULT, System::nanoTime);
    }

    /**
     * Makes leases of which none is held.
     *
     * @param nanoClock monotonic
     */
    public InMemoryLeases(LeaseTerms terms, LongSupplier nanoClock) {
        this.terms = terms;
        this.nanoClock = nanoClock;
    }

    @Override
    public LeaseTerms terms() {
        return terms;
    }

    @Override
    public synchronized Optional<Lease> acquire(String subject, String holder) {
        long now = nanoClock.getAsLong();
        Holding before = holdings.get(subject);
        if (before != null && before.lease != null) {
            long freeAt = before.endNanos + terms.longestRequest().toNanos();
            if (now - freeAt < 0) {
                return Optional.empty();
            }
        }
        long epoch = before == null ? 1 : before.epoch + 1;
        Lease lease = Lease.of(subject, holder, epoch, terms.length(), now, nanoClock);
        holdings.put(subject, new Holding(epoch, lease, now + terms.length().toNanos()));
        return Optional.of(lease);
    }

    @Override
    public synchronized Optional<Lease> renew(Lease lease) {
        long now = nanoClock.getAsLong();
        Holding held = holdings.get(lease.subject());
        if (held == null || held.lease == null || held.epoch != lease.epoch() || now - held.endNanos >= 0) {
            return Optional.empty();
        }
        Lease renewed = lease.renewed(terms.length(), now);
        holdings.put(
                lease.subject(),
                new Holding(held.epoch, renewed, now + terms.length().toNanos()));
        return Optional.of(renewed);
    }

    @Override
    public synchronized void release(Lease lease) {
        Holding held = holdings.get(lease.subject());
        if (held != null && held.epoch == lease.epoch()) {
            holdings.put(lease.subject(), new Holding(held.epoch, null, held.endNanos));
        }
    }

    private record Holding(long epoch, @Nullable Lease lease, long endNanos) {}
}
