/**
 * Checks that a strategy keeps the promises its author made by writing it: no look at the future, the same decisions
 * each time, in backtest, in paper trading and after a restart.
 */
@NullMarked
package io.tradetracker.strategytestkit;

import org.jspecify.annotations.NullMarked;
