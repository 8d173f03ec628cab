package io.tradetracker.core.export;

import io.tradetracker.core.report.Breakdown.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Returns of months as a table of years, each cell as strong as its return. */
final class MonthTable {
    private static final double STRONGEST_PERCENT = 10;

    private MonthTable() {}

    static void write(Html html, List<Month> months) {
        Map<Integer, Map<Integer, Double>> years = new TreeMap<>();
        months.forEach(month -> years.computeIfAbsent(month.month().getYear(), year -> new TreeMap<>())
                .put(month.month().getMonthValue(), month.returnPercent()));
        html.raw("<table class=\"heat\"><tr><th>Year</th>");
        for (int m = 1; m <= 12; m++) {
            html.raw("<th>")
                    .text(java.time.Month.of(m).getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .raw("</th>");
        }
        html.raw("<th>All</th></tr>");
        years.forEach((year, returns) -> writeYear(html, year, returns));
        html.raw("</table>");
    }

    private static void writeYear(Html html, int year, Map<Integer, Double> returns) {
        html.raw("<tr><td>").text(Integer.toString(year)).raw("</td>");
        double growth = 1;
        for (int m = 1; m <= 12; m++) {
            Double percent = returns.get(m);
            growth *= percent == null ? 1 : 1 + percent / 100;
            cell(html, percent == null ? Double.NaN : percent);
        }
        cell(html, 100 * (growth - 1));
        html.raw("</tr>");
    }

    private static void cell(Html html, double percent) {
        if (!Double.isFinite(percent)) {
            html.raw("<td></td>");
            return;
        }
        double strength = Math.min(1, Math.abs(percent) / STRONGEST_PERCENT);
        html.raw(String.format(
                        Locale.ROOT,
                        "<td style=\"background:color-mix(in srgb, var(--%s) %.0f%%, transparent)\">",
                        percent >= 0 ? "up" : "down",
                        6 + 44 * strength))
                .text(String.format(Locale.ROOT, "%.1f", Math.abs(percent) < 0.05 ? 0 : percent))
                .raw("</td>");
    }
}
