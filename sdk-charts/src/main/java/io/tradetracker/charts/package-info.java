/**
 * What a chart shows, as data: candles, panes, layers, drawings, theme and size. It is drawn to a picture by
 * {@code charts.render}, or told to a browser by {@code charts.json}.
 */
@NullMarked
package io.tradetracker.charts;

import org.jspecify.annotations.NullMarked;
