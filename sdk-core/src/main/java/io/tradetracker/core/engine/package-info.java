/**
 * Runs one strategy: takes candles in, keeps indicators up to date, asks the strategy, and hands its intents to the
 * simulated broker. It has no thread, clock or file of its own; the same inputs always give the same decisions and
 * fills.
 */
@NullMarked
package io.tradetracker.core.engine;

import org.jspecify.annotations.NullMarked;
