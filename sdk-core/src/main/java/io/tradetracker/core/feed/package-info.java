/** Market data that replays recorded prices, and candles built from prints. */
@NullMarked
package io.tradetracker.core.feed;

import org.jspecify.annotations.NullMarked;
