package io.tradetracker.charts;

import org.jspecify.annotations.Nullable;

/**
 * One row of values with the way it is drawn. Immutable.
 *
 * @param name what it is, for the legend, such as {@code "upper"}
 * @param values one for each candle of the chart's series
 * @param style how it is drawn
 * @param colour its colour; null for the next of the theme's lines
 */
public record Plot(
        String name, Values values, Style style, @Nullable Colour colour) {
    /** How values are drawn. */
    public enum Style {
        /** From value to value. */
        LINE,
        /** As a line of dashes. */
        DASHED,
        /** A line that stays, then jumps. */
        STEP,
        /** A line with the area between it and the lower edge of its pane filled lightly. */
        AREA,
        /** A column from zero. */
        COLUMN,
        /** As a column in the colours of rising and falling, by its sign. */
        SIGNED_COLUMN,
        /** A dot at each value. */
        DOT,
        /** A mark above or below a candle whose value is not 0: below for positive values. */
        MARK
    }
}
