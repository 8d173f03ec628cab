/** Draws a chart: where everything is, and how it looks. */
@NullMarked
package io.tradetracker.charts.render;

import org.jspecify.annotations.NullMarked;
