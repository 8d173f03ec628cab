/**
 * The ta4j bridge: indicators, rules and strategies of ta4j 0.22 as parts of a strategy of this SDK.
 *
 * <p>{@link io.tradetracker.ta4j.Ta4j} is for strategies that use some of ta4j,
 * {@link io.tradetracker.ta4j.Ta4jStrategies} runs a whole ta4j strategy, and {@link io.tradetracker.ta4j.Ta4jCandles}
 * converts series.
 */
@NullMarked
package io.tradetracker.ta4j;

import org.jspecify.annotations.NullMarked;
