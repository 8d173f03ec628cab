package io.tradetracker.samples.server.market;

/** Whose money a bot trades. */
public enum AccountKind {
    /** An account that the server simulates. */
    PAPER,
    /** The broker's. */
    BROKER
}
