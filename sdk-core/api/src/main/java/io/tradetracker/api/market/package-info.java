/**
 * What is traded and what is known about it: instruments, candles, quotes and printed trades.
 *
 * <p>Prices are {@code double} here; the exact world of orders uses {@code BigDecimal}, and
 * {@link io.tradetracker.api.market.InstrumentRules} is the only place that crosses between the two. All times are UTC;
 * a candle is named by its open time.
 */
@NullMarked
package io.tradetracker.api.market;

import org.jspecify.annotations.NullMarked;
