package io.tradetracker.charts.render;

import io.tradetracker.charts.candles.Bars;
import java.time.Instant;

/**
 * Where the columns are. Immutable.
 *
 * @param bars what stands in them
 * @param firstX the middle of the first, in pixels
 * @param stepX from one to the next, in pixels
 */
record Columns(Bars bars, double firstX, double stepX) {
    double x(double column) {
        return firstX + stepX * column;
    }

    double x(Instant time) {
        return x(bars.columnAt(time.toEpochMilli()));
    }
}
