package io.tradetracker.core.sweep;

import io.tradetracker.core.report.Statistic;
import java.util.List;

/**
 * A figure over two parameters; of the others, the combination that was best. Immutable.
 *
 * @param statistic the figure
 * @param x parameter of the columns
 * @param y parameter of the rows
 * @param values for each value of {@code y} one for each value of {@code x}; NaN where nothing ran
 */
public record SweepSurface(Statistic statistic, ParameterAxis x, ParameterAxis y, List<List<Double>> values) {
    /** Makes it immutable. */
    public SweepSurface {
        values = values.stream().map(List::copyOf).toList();
    }
}
