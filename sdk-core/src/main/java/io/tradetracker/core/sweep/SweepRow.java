package io.tradetracker.core.sweep;

import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one combination of values made. Immutable. */
public final class SweepRow {
    /** The figures that are kept of each run. */
    public static final List<Statistic> FIGURES = List.of(
            Statistic.FINAL_EQUITY,
            Statistic.RETURN,
            Statistic.CAGR,
            Statistic.VOLATILITY,
            Statistic.SHARPE,
            Statistic.SORTINO,
            Statistic.CALMAR,
            Statistic.MAX_DRAWDOWN,
            Statistic.ROUND_TRIPS,
            Statistic.WIN_RATE,
            Statistic.PROFIT_FACTOR,
            Statistic.EXPECTANCY,
            Statistic.SQN,
            Statistic.EXPOSURE);

    private final int number;
    private final Map<String, String> parameters;
    private final double @Nullable [] figures;
    private final double @Nullable [] heldOut;
    private final String fault;

    SweepRow(
            int number,
            Map<String, String> parameters,
            double @Nullable [] figures,
            double @Nullable [] heldOut,
            String fault) {
        this.number = number;
        this.parameters = parameters;
        this.figures = figures;
        this.heldOut = heldOut;
        this.fault = fault;
    }

    static double[] keep(PerformanceReport report) {
        return FIGURES.stream().mapToDouble(report::get).toArray();
    }

    /** {@return which combination of the grid it is, from 0} */
    public int number() {
        return number;
    }

    /** {@return the values by the name of their parameter} */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** {@return why it could not run, such as the strategy refusing the values; empty when it ran} */
    public String fault() {
        return fault;
    }

    /**
     * {@return a figure of the part that rows are ranked by; NaN when it does not exist}
     *
     * @throws IllegalArgumentException when it is none of {@link #FIGURES}
     */
    public double get(Statistic statistic) {
        return figures == null ? Double.NaN : figures[indexOf(statistic)];
    }

    /**
     * {@return the same figure of the part that was held out; NaN when nothing was}
     *
     * @throws IllegalArgumentException when it is none of {@link #FIGURES}
     */
    public double heldOut(Statistic statistic) {
        return heldOut == null ? Double.NaN : heldOut[indexOf(statistic)];
    }

    static int indexOf(Statistic statistic) {
        int index = FIGURES.indexOf(statistic);
        if (index < 0) {
            throw new IllegalArgumentException("a sweep does not keep '" + statistic.id() + "'; it keeps "
                    + String.join(", ", FIGURES.stream().map(Statistic::id).toList()));
        }
        return index;
    }
}
