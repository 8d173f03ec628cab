package io.tradetracker.broker.capital.fire;

/** What is asked for. */
enum Wish {
    /** A position at the market, with a stop loss. */
    MARKET,
    /** An order that waits: limit or stop. */
    WAITING,
    /** An opposite order that is larger than the position. */
    REVERSE,
    /** An opposite order that is smaller than the position. */
    REDUCE,
    /** Other prices for an order that waits. */
    AMEND,
    /** An order is taken back. */
    CANCEL,
    /** A whole position is closed. */
    CLOSE,
    /** A part of a position is closed by its name, which the service cannot do. */
    CLOSE_PART,
    /** Other protection for a position. */
    PROTECT;

    /** Whether it is an order at the market. */
    boolean trades() {
        return this == MARKET || this == REVERSE || this == REDUCE;
    }

    boolean needsOrder() {
        return this == AMEND || this == CANCEL;
    }

    boolean needsPosition() {
        return this != MARKET && this != WAITING && !needsOrder();
    }
}
