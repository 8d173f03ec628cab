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
 * @param plain the same without formulas; empty when that cannot be said
 * @param values indicators and plotted numbers at that moment, by name
 */
public record DecisionLine(
        Instant time, String action, String text, String reason, String plain, Map<String, Double> values) {}
