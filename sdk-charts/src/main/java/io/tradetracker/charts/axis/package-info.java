/** Axes of a chart: what values and times are at its edges, and where. */
@NullMarked
package io.tradetracker.charts.axis;

import org.jspecify.annotations.NullMarked;
