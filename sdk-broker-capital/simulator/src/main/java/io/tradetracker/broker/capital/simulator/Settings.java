package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What a venue is made of.
 *
 * @param start venue time at the start
 * @param seed of names and tokens
 * @param markets in the order they are listed
 * @param sources prices by epic
 * @param accounts the first one is preferred
 * @param rules limits and delays
 */
record Settings(
        Instant start,
        long seed,
        List<MarketSpec> markets,
        Map<String, PriceSource> sources,
        List<AccountSpec> accounts,
        Rules rules) {

    /**
     * Limits and delays.
     *
     * @param limits how many requests
     * @param idle how long a session lives unused
     * @param hardCap how long it lives
     * @param confirmDelay how long a confirmation is not found
     * @param trailingStops whether stops may follow the price
     * @param local offset of the account's time
     */
    record Rules(
            Limits limits,
            Duration idle,
            Duration hardCap,
            Duration confirmDelay,
            boolean trailingStops,
            ZoneOffset local) {}
}
