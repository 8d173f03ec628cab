/** Charts of what a run earned: equity, months, distributions and surfaces. */
@NullMarked
package io.tradetracker.charts.report;

import org.jspecify.annotations.NullMarked;
