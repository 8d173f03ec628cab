/** What stands in each column of a chart: candles, bricks, or several candles that share the pixels of one. */
@NullMarked
package io.tradetracker.charts.candles;

import org.jspecify.annotations.NullMarked;
