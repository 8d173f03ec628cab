package io.tradetracker.core.engine;

import io.tradetracker.api.strategy.Decision;
import java.time.Instant;
import java.util.Map;

/**
 * A decision that said something, kept with what it was based on. A plain {@link Decision#hold()} is not kept.
 * Immutable.
 *
 * @param time the moment of the decision
 * @param trigger what the strategy was asked about: {@code candle}, {@code fill}, {@code rejection} or {@code answer}
 * @param decision what it wanted and why
 * @param indicators the value of every declared indicator at that moment, by name; one without a value is left out
 */
public record DecisionRecord(Instant time, String trigger, Decision decision, Map<String, Double> indicators) {}
