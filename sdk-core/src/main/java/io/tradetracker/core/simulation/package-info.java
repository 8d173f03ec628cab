/**
 * A broker that exists only in memory: it fills orders from candles, by fixed rules that err on the side of a worse
 * result. Backtest and paper trading use the same object, so both make the same fills.
 *
 * <p>{@link io.tradetracker.core.simulation.SimulatedBroker} is the account; it has a book of orders and lots for each
 * instrument and a matcher that takes its candles. The matcher asks one of two ways through a candle: an unordered
 * range, or a path of prices.
 */
@NullMarked
package io.tradetracker.core.simulation;

import org.jspecify.annotations.NullMarked;
