package io.tradetracker.broker.capital.connection;

import java.time.Duration;

/**
 * How much is asked of the service at most, for one key. Immutable; made from {@link #DEFAULT} by changes.
 *
 * @param requestsPerSecond of all kinds; the service allows ten for each user, whatever the number of programs
 * @param keptForTrading how many of them prices may not use
 * @param betweenOrders from the answer to a new order to the next new order
 * @param betweenLogins from the answer to a log-in to the next
 */
public record RateLimits(int requestsPerSecond, int keptForTrading, Duration betweenOrders, Duration betweenLogins) {
    /** Eight requests a second, three of them for trading; the rest are the service's own limits. */
    public static final RateLimits DEFAULT = new RateLimits(8, 3, Duration.ofMillis(100), Duration.ofSeconds(1));

    /** @throws IllegalArgumentException when nothing would be allowed */
    public RateLimits {
        if (requestsPerSecond < 1
                || keptForTrading < 0
                || keptForTrading >= requestsPerSecond
                || betweenOrders.isNegative()
                || betweenLogins.isNegative()) {
            throw new IllegalArgumentException(requestsPerSecond + " requests a second with " + keptForTrading
                    + " kept for trading: the first must be above the second, and pauses zero or above");
        }
    }

    /** {@return a copy with that many requests a second, a third of them kept for trading} */
    public RateLimits withRequestsPerSecond(int most) {
        return new RateLimits(most, most / 3, betweenOrders, betweenLogins);
    }
}
