/**
 * Chart patterns: shapes that prices draw over many candles, from support zones to head and shoulders. What is found at
 * a candle depends on that candle and those before it alone.
 */
@NullMarked
package io.tradetracker.indicators.chartpattern;

import org.jspecify.annotations.NullMarked;
