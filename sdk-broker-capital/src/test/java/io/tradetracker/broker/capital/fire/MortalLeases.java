package io.tradetracker.broker.capital.fire;

import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import java.util.Optional;

/** Leases as one process asks for them: a dead one does not. */
record MortalLeases(Leases leases, Steps process) implements Leases {
    @Override
    public LeaseTerms terms() {
        return leases.terms();
    }

    @Override
    public Optional<Lease> acquire(String subject, String holder) {
        return process.isDead() ? Optional.empty() : leases.acquire(subject, holder);
    }

    @Override
    public Optional<Lease> renew(Lease lease) {
        return process.isDead() ? Optional.empty() : leases.renew(lease);
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }
}
