/** Runs a strategy over recorded candles and tells what it would have made. */
@NullMarked
package io.tradetracker.core.backtest;

import org.jspecify.annotations.NullMarked;
