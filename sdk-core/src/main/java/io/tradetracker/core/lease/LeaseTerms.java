package io.tradetracker.core.lease;

import java.time.Duration;

/**
 * How long leases last. Immutable.
 *
 * @param length of a lease from when it was given or renewed
 * @param longestRequest how long a request of a holder may be on its way after its lease is over; a successor waits for
 *     it
 */
public record LeaseTerms(Duration length, Duration longestRequest) {
    /** Ten seconds, and five for requests. */
    public static final LeaseTerms DEFAULT = new LeaseTerms(Duration.ofSeconds(10), Duration.ofSeconds(5));

    /**
     * {@return terms for holders whose requests take up to that long} The length leaves ten seconds more, in which a
     * renewal may fail.
     */
    public static LeaseTerms forRequestsOf(Duration longest) {
        return new LeaseTerms(longest.plus(DEFAULT.length), longest);
    }

    /** @throws IllegalArgumentException when the length is not above zero or the request's time is negative */
    public LeaseTerms {
        if (!length.isPositive() || longestRequest.isNegative()) {
            throw new IllegalArgumentException("lease of " + length + " with requests of " + longestRequest
                    + ": the first must be above zero," + " the second zero or above");
        }
    }
}
