package io.tradetracker.core.gateway;

import java.time.Duration;

/**
 * How a gateway reads an account and how long it waits for proof. Immutable; made from {@link #DEFAULT} by changes.
 *
 * @param readEvery the pause between two looks at the account while nothing is open; a quarter of it while something is
 * @param looks how many looks in a row must agree before a change or an end on the account counts
 * @param settleAfter how late the broker's own record may be: what is not in it by then was not done; not shorter than
 *     the broker's longest request
 * @param clockSkew how far the broker's times may be from what it said the time is
 * @param staleAfter how old the last look may be before entries are declined
 * @param queueFor how long an order waits for an earlier one that looks the same to be settled
 */
public record GatewayTerms(
        Duration readEvery,
        int looks,
        Duration settleAfter,
        Duration clockSkew,
        Duration staleAfter,
        Duration queueFor) {
    /** For venues whose record is up to three minutes late, with a look every two seconds. */
    public static final GatewayTerms DEFAULT = new GatewayTerms(
            Duration.ofSeconds(2),
            2,
            Duration.ofMinutes(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** @throws IllegalArgumentException when a time is not above zero, the skew is negative, or looks are below one */
    public GatewayTerms {
        if (!readEvery.isPositive()
                || looks < 1
                || !settleAfter.isPositive()
                || clockSkew.isNegative()
                || !staleAfter.isPositive()
                || queueFor.isNegative()) {
            throw new IllegalArgumentException("reading every " + readEvery + ", " + looks + " looks, settling after "
                    + settleAfter + ", skew " + clockSkew + ", stale after " + staleAfter + " and a queue of "
                    + queueFor + ": looks must be 1 or more, skew and queue not negative, the others above zero");
        }
    }

    /** {@return a copy that looks at the account that often} */
    public GatewayTerms withReadEvery(Duration pause) {
        return new GatewayTerms(pause, looks, settleAfter, clockSkew, staleAfter, queueFor);
    }

    /** {@return a copy for a broker whose record is that late at most} */
    public GatewayTerms withSettleAfter(Duration latest) {
        return new GatewayTerms(readEvery, looks, latest, clockSkew, staleAfter, queueFor);
    }

    /** {@return a copy for a broker whose times are that far off at most} */
    public GatewayTerms withClockSkew(Duration skew) {
        return new GatewayTerms(readEvery, looks, settleAfter, skew, staleAfter, queueFor);
    }

    Duration readEveryWhileOpen() {
        return readEvery.dividedBy(4);
    }
}
