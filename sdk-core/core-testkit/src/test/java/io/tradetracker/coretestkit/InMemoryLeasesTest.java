package io.tradetracker.coretestkit;

import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import java.time.Duration;

final class InMemoryLeasesTest extends LeasesContract {
    private long nanos = Long.MAX_VALUE - 1_000;

    @Override
    protected Leases leases(LeaseTerms terms) {
        return new InMemoryLeases(terms, () -> nanos);
    }

    @Override
    protected void pass(Duration time) {
        nanos += time.toNanos();
    }
}
