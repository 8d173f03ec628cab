/**
 * Past candles, kept: filled from any market data or file, with what is known and what is not, and read for backtests.
 * {@link io.tradetracker.core.candles.CandleStore} is the port, {@link io.tradetracker.core.candles.CandleDownload}
 * fills it, {@link io.tradetracker.core.candles.CandleGaps} names what is missing.
 */
@NullMarked
package io.tradetracker.core.candles;

import org.jspecify.annotations.NullMarked;
