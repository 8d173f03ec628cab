package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The truth about a venue until now: what it received, did and refused.
 *
 * @param time venue time
 * @param writes requests to change positions or orders, in the order they came
 * @param executions in the order they happened
 * @param traffic requests by kind
 * @param refusedByLimits requests answered 429 because there were too many
 * @param open what is open now
 * @param accounts how accounts are now
 * @param bars closed bars since the start, by "epic resolution", such as "GOLD MINUTE_5"
 */
public record VenueRecord(
        Instant time,
        List<WriteRecord> writes,
        List<Execution> executions,
        Map<RequestKind, Traffic> traffic,
        long refusedByLimits,
        Open open,
        List<AccountRecord> accounts,
        Map<String, List<Bar>> bars) {

    /** Kinds of requests that are counted. */
    public enum RequestKind {
        /** Every request. */
        ALL,
        /** {@code POST /session}. */
        LOGIN,
        /** {@code POST /positions} and {@code POST /workingorders}. */
        ORDER,
        /** Every request to change positions or orders. */
        WRITE,
        /** Every GET. */
        READ
    }

    /**
     * Requests of one kind, by venue time.
     *
     * @param count how many
     * @param busiestSecond most within any second
     * @param smallestGap shortest time between two, or null when there were fewer than two
     */
    public record Traffic(
            long count, int busiestSecond, @Nullable Duration smallestGap) {}

    /**
     * What is open now.
     *
     * @param sessions logins that are alive
     * @param sockets open streams
     */
    public record Open(int sessions, int sockets) {}

    /**
     * Requests of one kind.
     *
     * @param kind which
     * @return their counts
     */
    public Traffic traffic(RequestKind kind) {
        return traffic.getOrDefault(kind, new Traffic(0, 0, null));
    }

    /**
     * How an account is now.
     *
     * @param accountId its id
     * @return its cash, positions and orders
     * @throws IllegalArgumentException when there is none of this id
     */
    public AccountRecord account(String accountId) {
        return accounts.stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + accountId + "; there are "
                        + accounts.stream().map(AccountRecord::accountId).toList()));
    }

    /**
     * Closed bars since the start.
     *
     * @param epic market
     * @param resolution length
     * @return the bars, oldest first
     */
    public List<Bar> bars(String epic, Resolution resolution) {
        return bars.getOrDefault(epic + " " + resolution, List.of());
    }
}
