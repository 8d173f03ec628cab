/**
 * Streaming indicators as a strategy sees them: a handle that ends at the last closed candle.
 *
 * <p>A value is {@code NaN} until enough candles have closed.
 */
@NullMarked
package io.tradetracker.api.indicator;

import org.jspecify.annotations.NullMarked;
