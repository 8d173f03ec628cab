package io.tradetracker.broker.capital.connection;

/** What a request is for; the first ones go first. */
public enum Purpose {
    /** Log-in and what belongs to it. */
    SESSION,
    /** A new order or position; these have a limit of their own. */
    ORDER,
    /** Any other change of positions and orders. */
    TRADING,
    /** Looks at the account. */
    ACCOUNT,
    /** Prices and instruments. */
    MARKET
}
