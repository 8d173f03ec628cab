package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the account's history.
 *
 * @param time when it happened
 * @param market where
 * @param dealId what it is about
 * @param kind source, type and status
 * @param details what only detailed answers tell
 * @param visibility from when on it is seen
 */
record Activity(Instant time, Market market, String dealId, Kind kind, Details details, Visibility visibility) {
    /** What a row is about. */
    enum Type {
        POSITION,
        WORKING_ORDER,
        EDIT_STOP_AND_LIMIT,
        SWAP
    }

    /** What became of it. */
    enum Status {
        ACCEPTED,
        REJECTED,
        EXECUTED,
        EXPIRED,
        MODIFIED,
        CANCELLED
    }

    record Kind(Source source, Type type, Status status) {}

    /**
     * The deal of a row.
     *
     * @param reference name of the request
     * @param workingOrderId order behind it, or null
     * @param direction of the deal itself, not of the position
     * @param size units
     * @param level price, or null when there is none
     * @param protection stop and profit levels
     */
    record Details(
            String reference,
            @Nullable String workingOrderId,
            Direction direction,
            BigDecimal size,
            @Nullable BigDecimal level,
            Protection protection) {}

    /**
     * From when on a row is seen.
     *
     * @param row the row
     * @param level its level and size
     */
    record Visibility(Instant row, Instant level) {}
}
