package io.tradetracker.charts.render;

import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Values;
import java.util.List;

/**
 * Where everything is in a picture, in pixels at scale 1, (0, 0) at its upper left. With it a page puts a crosshair on
 * a picture and reads values from it. Immutable.
 *
 * @param width of the picture
 * @param height of the picture
 * @param firstX the middle of the first column in view
 * @param stepX from the middle of a column to that of the next, above zero
 * @param columns what stands in each column, from left to right
 * @param panes from top to bottom
 */
public record ChartGeometry(
        int width, int height, double firstX, double stepX, List<Column> columns, List<PaneBox> panes) {
    /** Makes the lists immutable. */
    public ChartGeometry {
        columns = List.copyOf(columns);
        panes = List.copyOf(panes);
    }

    /** {@return the middle of a column} */
    public double x(int column) {
        return firstX + stepX * column;
    }

    /** {@return the column at a place, also one that is not there: negative, or beyond the last} */
    public int column(double x) {
        return (int) Math.floor((x - firstX) / stepX + 0.5);
    }

    /**
     * A candle, a brick, or several candles that share the pixels of one column.
     *
     * @param timeMillis when its first candle opened, in milliseconds since 1970 UTC
     * @param open first price that is drawn
     * @param high highest price that is drawn
     * @param low lowest price that is drawn
     * @param close last price that is drawn
     * @param volume of all its candles
     * @param candle the number of its last candle in the chart's series
     */
    public record Column(
            long timeMillis, double open, double high, double low, double close, double volume, int candle) {}

    /**
     * A pane in a picture.
     *
     * @param id of the pane
     * @param x left edge of the plot
     * @param y upper edge of the plot
     * @param width of the plot
     * @param height of the plot
     * @param scale how values become heights
     * @param low the value at the lower edge
     * @param high the value at the upper edge
     * @param rows what its studies show
     */
    public record PaneBox(
            String id,
            double x,
            double y,
            double width,
            double height,
            PriceScale scale,
            double low,
            double high,
            List<Row> rows) {
        /** Makes the list immutable. */
        public PaneBox {
            rows = List.copyOf(rows);
        }

        /** {@return the height of a value, also of one outside the pane} */
        public double yOf(double value) {
            return y + height * (level(high) - level(value)) / (level(high) - level(low));
        }

        /** {@return the value at a height, also of one outside the pane} */
        public double valueAt(double atY) {
            double level = level(high) - (atY - y) / height * (level(high) - level(low));
            return scale == PriceScale.LOG ? Math.exp(level) : level;
        }

        private double level(double value) {
            return scale == PriceScale.LOG ? Math.log(value) : value;
        }
    }

    /**
     * A row of values of a pane.
     *
     * @param label such as {@code "BOLLINGER 20 2 upper"}
     * @param colour {@code #rrggbb}
     * @param values one for each column; NaN where there is none
     */
    public record Row(String label, String colour, Values values) {}
}
