package io.tradetracker.broker.capital.simulator;

import java.time.Duration;

/**
 * How many requests the venue takes, in venue time.
 *
 * @param on whether anything is limited
 * @param requestsPerSecond all requests of the user in any second
 * @param orderSpacing shortest time between two requests that open positions or place orders
 * @param ordersPerHour such requests in any hour
 * @param loginSpacing shortest time between two logins
 */
public record Limits(
        boolean on, int requestsPerSecond, Duration orderSpacing, int ordersPerHour, Duration loginSpacing) {
    /** {@return what the service has: 10 a second, 0.1 s, 1000 an hour, 1 s} */
    public static Limits standard() {
        return new Limits(true, 10, Duration.ofMillis(100), 1000, Duration.ofSeconds(1));
    }

    /** {@return no limits} */
    public static Limits none() {
        return new Limits(false, Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO);
    }
}
