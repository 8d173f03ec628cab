package io.tradetracker.core.report;

import io.tradetracker.core.risk.RuleName;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures most people look at as two columns of text, the same in every locale. */
final class ReportTable {
    private static final Set<Statistic> SHOWN = EnumSet.of(
            Statistic.CASH,
            Statistic.FINAL_EQUITY,
            Statistic.RETURN,
            Statistic.BUY_AND_HOLD,
            Statistic.CAGR,
            Statistic.EXPOSURE,
            Statistic.VOLATILITY,
            Statistic.SHARPE,
            Statistic.SORTINO,
            Statistic.CALMAR,
            Statistic.MAX_DRAWDOWN,
            Statistic.LONGEST_DRAWDOWN,
            Statistic.FILLS,
            Statistic.ROUND_TRIPS,
            Statistic.WIN_RATE,
            Statistic.PROFIT_FACTOR,
            Statistic.EXPECTANCY,
            Statistic.COMMISSION,
            Statistic.SPREAD,
            Statistic.SLIPPAGE,
            Statistic.FINANCING,
            Statistic.OPEN_QUANTITY);
    private static final Set<Statistic> SHOWN_UNLESS_ZERO =
            EnumSet.of(Statistic.REJECTIONS, Statistic.AMBIGUOUS_CANDLES, Statistic.CLOSE_OUTS);

    private ReportTable() {}

    static String of(PerformanceReport report) {
        StringBuilder text = new StringBuilder();
        double candles = report.get(Statistic.CANDLES);
        String count = Double.isNaN(candles) ? "" : ", " + (int) candles + " candles";
        line(text, "Period", report.from() + " to " + report.to() + count);
        for (Statistic statistic : Statistic.values()) {
            double value = report.get(statistic);
            if (SHOWN.contains(statistic) || (SHOWN_UNLESS_ZERO.contains(statistic) && value > 0)) {
                line(text, statistic.label(), format(statistic, value));
            }
        }
        if (!report.refusedByRule().isEmpty()) {
            line(text, "Refused by rule", refusals(report.refusedByRule()));
        }
        line(text, "Annualisation", report.annualisation());
        return text.toString();
    }

    private static String refusals(Map<RuleName, Integer> counts) {
        return counts.entrySet().stream()
                .map(rule -> rule.getKey() + " " + String.format(Locale.ROOT, "%,d", rule.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "%-18s%s\n", label, value));
    }

    /** {@return a figure as people read it} */
    static String format(Statistic statistic, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double shown = value == 0 ? 0 : value;
        return switch (statistic.unit()) {
            case MONEY -> String.format(Locale.ROOT, "%,.2f", shown);
            case PERCENT -> String.format(Locale.ROOT, "%.2f %%", shown);
            case RATIO -> String.format(Locale.ROOT, "%.3f", shown);
            case COUNT -> String.format(Locale.ROOT, "%,d", (long) shown);
            case DAYS -> String.format(Locale.ROOT, "%.1f days", shown);
        };
    }
}
