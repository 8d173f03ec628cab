package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;

/**
 * What a request changed.
 *
 * @param change how
 * @param dealId position or order
 * @param size units of it that were dealt, or its size
 * @param level price of the deal, or the order's level, or the position's entry
 */
public record Effect(Change change, String dealId, BigDecimal size, BigDecimal level) {
    /** Kinds of changes. */
    public enum Change {
        /** A position was opened. */
        OPENED,
        /** A position became smaller. */
        REDUCED,
        /** A position ended. */
        CLOSED,
        /** Stop or profit of a position was replaced. */
        PROTECTED,
        /** An order was placed. */
        PLACED,
        /** An order was changed. */
        AMENDED,
        /** An order was cancelled. */
        CANCELLED
    }
}
