package io.tradetracker.broker.capital.rest;

/**
 * The service's time.
 *
 * @param serverTime milliseconds since 1970 UTC
 */
public record ServerTime(long serverTime) {}
