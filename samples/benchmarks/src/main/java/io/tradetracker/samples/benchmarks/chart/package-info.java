/** How fast charts are drawn and chart patterns are found. */
@NullMarked
package io.tradetracker.samples.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
