package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import java.util.List;

/**
 * A study as it is drawn.
 *
 * @param label for the legend
 * @param rows its rows
 * @param filled whether the area between the first and the last is filled
 * @param levels lines across
 */
record StudyRows(String label, List<Row> rows, boolean filled, List<Double> levels) {
    Colour colour() {
        return rows.getFirst().colour();
    }
}
