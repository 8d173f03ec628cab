package io.tradetracker.api.strategy;

/** What an order does to a position that is open already. */
public enum EntryMode {
    /** Opens a position or enlarges one, as far as the run allows; refused against an opposite one. */
    ENTER,
    /** Closes an opposite position and opens this one in one order; does nothing when this side is held. */
    REVERSE,
    /**
     * As a venue takes an order: on a netting account it first closes what is open on the other side, oldest first, and
     * opens the rest.
     */
    NET,
    /** Only closes what is open on the other side, oldest first; a rest is dropped. */
    REDUCE
}
