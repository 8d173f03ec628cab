/** Charts as JSON: what is wanted of a chart, and what a page needs to draw over its picture. */
@NullMarked
package io.tradetracker.charts.json;

import org.jspecify.annotations.NullMarked;
