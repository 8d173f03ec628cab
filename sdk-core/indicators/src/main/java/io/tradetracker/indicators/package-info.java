/**
 * Streaming indicators: each takes in one closed candle in constant time, without allocating, and keeps the last
 * {@link io.tradetracker.api.indicator.Candles#HISTORY} values.
 */
@NullMarked
package io.tradetracker.indicators;

import org.jspecify.annotations.NullMarked;
