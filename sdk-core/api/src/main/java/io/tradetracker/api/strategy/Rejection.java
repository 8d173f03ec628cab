package io.tradetracker.api.strategy;

import java.time.Instant;

/**
 * Something a strategy wanted and did not get. Immutable.
 *
 * @param time when it was refused, UTC
 * @param tag the order's name
 * @param code stable, upper case, such as {@code ALREADY_IN_POSITION}; may be new to the strategy
 * @param message a sentence for people
 */
public record Rejection(Instant time, String tag, String code, String message) {}
