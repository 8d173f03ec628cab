package io.tradetracker.samples.server.board;

import java.time.Instant;
import java.util.Map;

/**
 * One decision and why. Immutable.
 *
 * @param time the recorded moment
 * @param action {@code BUY}, {@code SELL}, {@code EXIT}, {@code AMEND}, {@code CANCEL}, {@code ASK} or {@code HOLD}
 * @param text what it wants, in words
 * @param reason why, in the strategy's words; may be empty
 * @param values indicators and plotted numbers at that moment, by name
 */
public record DecisionLine(Instant time, String action, String text, String reason, Map<String, Double> values) {}
