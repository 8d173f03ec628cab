package io.tradetracker.core.simulation;

import java.time.Instant;

/**
 * Something that happened to an account as a whole. Immutable.
 *
 * @param time when, UTC
 * @param code stable, such as {@code MARGIN_CALL}, {@code DAILY_LOSS_HALT} or {@code KILLED}
 * @param message a sentence for people
 */
public record AccountNotice(Instant time, String code, String message) {}
