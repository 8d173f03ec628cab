package io.tradetracker.samples.cli;

import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.core.sweep.SweepRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The best of a sweep as a table for people. */
final class SweepTable {
    private final String strategy;
    private final SweepResult result;
    private final int most;

    SweepTable(String strategy, SweepResult result, int most) {
        this.strategy = strategy;
        this.result = result;
        this.most = most;
    }

    private List<Statistic> columns() {
        Set<Statistic> columns = new LinkedHashSet<>(List.of(
                result.rankedBy(), Statistic.RETURN, Statistic.SHARPE, Statistic.MAX_DRAWDOWN, Statistic.ROUND_TRIPS));
        return List.copyOf(columns);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(strategy + ", " + result.rows().size() + " combinations, ranked by "
                + result.rankedBy().label() + "\n");
        if (result.heldOutFrom() != null) {
            text.append("Held out from " + result.heldOutFrom() + ": the right-hand figures\n");
        }
        text.append("  # ");
        columns().forEach(column -> text.append(cell(column.label())));
        if (result.heldOutFrom() != null) {
            text.append(" |").append(cell(result.rankedBy().label())).append(cell("Return"));
        }
        text.append("  parameters\n");
        List<SweepRow> top = result.top(most);
        for (int i = 0; i < top.size(); i++) {
            line(text, i + 1, top.get(i));
        }
        return text.toString();
    }

    private void line(StringBuilder text, int place, SweepRow row) {
        text.append(String.format(Locale.ROOT, "%3d ", place));
        columns().forEach(column -> text.append(cell(format(row.get(column)))));
        if (result.heldOutFrom() != null) {
            text.append(" |")
                    .append(cell(format(row.heldOut(result.rankedBy()))))
                    .append(cell(format(row.heldOut(Statistic.RETURN))));
        }
        text.append("  ").append(row.parameters()).append('\n');
    }

    private static String format(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, " %14s", text.length() > 14 ? text.substring(0, 14) : text);
    }
}
