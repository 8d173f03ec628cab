package io.tradetracker.samples.server.board;

/**
 * Equity at one moment. Immutable.
 *
 * @param time in milliseconds since 1970 UTC
 * @param equity in the account's currency
 */
public record EquityPoint(long time, double equity) {}
