package io.tradetracker.broker.capital.simulator;

/** The side of a deal. */
public enum Direction {
    /** Buys at the offer. */
    BUY,
    /** Sells at the bid. */
    SELL;

    Direction opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** {@return 1 for BUY, -1 for SELL} */
    int sign() {
        return this == BUY ? 1 : -1;
    }
}
