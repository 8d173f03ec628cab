/**
 * Candlestick patterns: one scan takes in one closed candle after the other and says which of the 61 patterns show
 * there. Definitions are those of TA-Lib 0.4 with its default settings, so that a signal can be compared.
 */
@NullMarked
package io.tradetracker.indicators.candlestick;

import org.jspecify.annotations.NullMarked;
