package io.tradetracker.broker.capital.simulator;

/** Something that goes wrong on the stream. */
public enum StreamFault {
    /** A bar that closed is not told. */
    BAR_MISSING,
    /** A bar that closed is told twice. */
    BAR_TWICE,
    /** A quote comes without its bid. */
    QUOTE_WITHOUT_BID,
    /** A quote comes without its ask. */
    QUOTE_WITHOUT_ASK,
    /** At a quote, every stream is cut without a closing handshake. */
    CUT
}
