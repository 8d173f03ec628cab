/**
 * A broker that exists only in memory: it fills orders from candles, by fixed rules that err on the side of a worse
 * result. Backtest and paper trading use the same object, so both make the same fills.
 */
@NullMarked
package io.tradetracker.core.simulation;

import org.jspecify.annotations.NullMarked;
