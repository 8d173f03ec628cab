/** The entry point for embedders; see {@link io.tradetracker.core.TradeTracker}. */
@NullMarked
package io.tradetracker.core;

import org.jspecify.annotations.NullMarked;
