package io.tradetracker.charts.render;

import io.tradetracker.charts.Pane;
import io.tradetracker.charts.axis.Tick;
import io.tradetracker.charts.axis.ValueAxis;
import java.util.List;

/**
 * A pane with its place, axis and rows. Immutable.
 *
 * @param pane what it shows
 * @param plot its place
 * @param axis heights of its values
 * @param ticks labels of the axis
 * @param studies its rows
 * @param decimals of its values; −2 for short ones
 */
record PaneLayout(Pane pane, Rect plot, ValueAxis axis, List<Tick> ticks, List<StudyRows> studies, int decimals) {}
