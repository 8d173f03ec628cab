package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Plot;
import io.tradetracker.charts.Values;

/**
 * A row of values as it is drawn.
 *
 * @param label of its study, such as {@code "BOLLINGER 20 2"}
 * @param name its own, such as {@code "upper"}; empty when its study has no other
 * @param style how it is drawn
 * @param colour its colour
 * @param values one for each column, NaN where there is none
 */
record Row(String label, String name, Plot.Style style, Colour colour, Values values) {
    /** {@return the newest value; NaN when there is none} */
    double last() {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (!Double.isNaN(values.at(i))) {
                return values.at(i);
            }
        }
        return Double.NaN;
    }

    boolean isColumn() {
        return style == Plot.Style.COLUMN || style == Plot.Style.SIGNED_COLUMN;
    }
}
