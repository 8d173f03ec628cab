package io.tradetracker.core.lease;

import java.util.Optional;

/**
 * Says which process may do what only one may do. Each subject has one holder at a time; its epoch is higher than that
 * of every holder before. A holder that is gone is followed when its lease and the longest request are over. Safe for
 * use by several threads. Failures come as {@link io.tradetracker.api.error.TradeTrackerException} of type EXTERNAL.
 */
public interface Leases {
    /** {@return how long its leases last; does not change} */
    LeaseTerms terms();

    /**
     * {@return a new lease; empty when somebody holds the subject, under this name or another, or might still send}
     *
     * @param subject what it is about, such as {@code bot trend-1}; not empty
     * @param holder who wants it: a name that no other process has; not empty
     */
    Optional<Lease> acquire(String subject, String holder);

    /** {@return the lease made longer; empty when it is over or was given up} */
    Optional<Lease> renew(Lease lease);

    /** Gives a lease up: its holder has stopped, and has no request on its way. A later one stays. */
    void release(Lease lease);
}
