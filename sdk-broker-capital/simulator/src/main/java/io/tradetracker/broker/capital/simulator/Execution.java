package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution, as it truly happened.
 *
 * @param time when
 * @param accountId on which account
 * @param epic in which market
 * @param dealId position that was opened, reduced or closed
 * @param orderId order or request that caused it
 * @param kind what it did to the position
 * @param direction of this execution, not of the position
 * @param size units
 * @param level price
 * @param source who caused it
 * @param profit what it added to the cash
 */
public record Execution(
        Instant time,
        String accountId,
        String epic,
        String dealId,
        String orderId,
        Kind kind,
        Direction direction,
        BigDecimal size,
        BigDecimal level,
        Source source,
        BigDecimal profit) {
    /** What an execution does to a position. */
    public enum Kind {
        /** Opens it. */
        OPENED,
        /** Leaves a part. */
        REDUCED,
        /** Ends it. */
        CLOSED
    }
}
