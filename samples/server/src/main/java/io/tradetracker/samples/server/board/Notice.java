package io.tradetracker.samples.server.board;

import java.time.Instant;

/**
 * Something worth saying once. Immutable.
 *
 * @param time when, by the wall clock
 * @param text one or two sentences
 */
public record Notice(Instant time, String text) {}
