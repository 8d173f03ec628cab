package io.tradetracker.core.sweep;

import io.tradetracker.core.report.Statistic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all combinations made. The same for any number of threads. Immutable. */
public final class SweepResult {
    private final ParameterGrid grid;
    private final Statistic rankedBy;
    private final List<SweepRow> rows;
    private final List<SweepRow> ranked;
    private final @Nullable Instant heldOutFrom;

    SweepResult(ParameterGrid grid, Statistic rankedBy, List<SweepRow> rows, @Nullable Instant heldOutFrom) {
        this.grid = grid;
        this.rankedBy = rankedBy;
        this.rows = List.copyOf(rows);
        this.heldOutFrom = heldOutFrom;
        ranked = rows.stream()
                .filter(row -> !Double.isNaN(row.get(rankedBy)))
                .sorted(Comparator.comparingDouble((SweepRow row) -> -merit(row))
                        .thenComparingInt(SweepRow::number))
                .toList();
    }

    private double merit(SweepRow row) {
        return merit(rankedBy, row.get(rankedBy));
    }

    /** Of a fall or a swing, less is better. */
    private static double merit(Statistic statistic, double value) {
        boolean lessIsBetter = statistic == Statistic.MAX_DRAWDOWN || statistic == Statistic.VOLATILITY;
        return lessIsBetter ? -value : value;
    }

    /** {@return what was combined} */
    public ParameterGrid grid() {
        return grid;
    }

    /** {@return the figure that ranks} */
    public Statistic rankedBy() {
        return rankedBy;
    }

    /** {@return when the part that was held out begins; null when nothing was} */
    public @Nullable Instant heldOutFrom() {
        return heldOutFrom;
    }

    /** {@return every combination, in the order of the grid} */
    public List<SweepRow> rows() {
        return rows;
    }

    /** {@return those that could not run, in the order of the grid} */
    public List<SweepRow> faults() {
        return rows.stream().filter(row -> !row.fault().isEmpty()).toList();
    }

    /** {@return the best by the ranking figure, the best first; equals in the order of the grid} */
    public List<SweepRow> top(int most) {
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    /**
     * {@return a figure over two parameters of the grid}
     *
     * @throws IllegalArgumentException when the grid has no such parameters, or they are one
     */
    public SweepSurface surface(String x, String y, Statistic statistic) {
        ParameterAxis columns = axis(x);
        ParameterAxis lines = axis(y);
        if (x.equals(y)) {
            throw new IllegalArgumentException("a surface needs two parameters, but " + x + " was given twice");
        }
        double[][] best = new double[lines.values().size()][columns.values().size()];
        for (double[] line : best) {
            Arrays.fill(line, Double.NaN);
        }
        for (SweepRow row : rows) {
            int line = lines.values().indexOf(row.parameters().get(y));
            int column = columns.values().indexOf(row.parameters().get(x));
            double value = row.get(statistic);
            if (!(merit(statistic, value) <= merit(statistic, best[line][column])) && !Double.isNaN(value)) {
                best[line][column] = value;
            }
        }
        List<List<Double>> values = new ArrayList<>();
        for (double[] line : best) {
            values.add(Arrays.stream(line).boxed().toList());
        }
        return new SweepSurface(statistic, columns, lines, values);
    }

    private ParameterAxis axis(String name) {
        return grid.axes().stream()
                .filter(axis -> axis.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sweep has no parameter '" + name + "'; it has "
                        + String.join(
                                ", ",
                                grid.axes().stream().map(ParameterAxis::name).toList())));
    }
}
