package io.tradetracker.core.export;

import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.Drawdown;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.core.report.Statistic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of a page. */
final class ResultTables {
    private static final int MOST_DRAWDOWNS = 7;
    private static final int MOST_TRIPS = 250;

    private ResultTables() {}

    static void drawdowns(Html html, List<Drawdown> drawdowns) {
        html.raw("<section class=\"card\"><h2>Deepest falls</h2><div class=\"scroll\"><table><tr><th>From</th>")
                .raw("<th>Lowest</th><th>Back at the peak</th><th>Days</th><th>Fall</th></tr>");
        drawdowns.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depthPercent).reversed())
                .limit(MOST_DRAWDOWNS)
                .forEach(drawdown -> row(html, drawdown));
        html.raw("</table></div></section>");
    }

    private static void row(Html html, Drawdown drawdown) {
        html.raw("<tr><td>").text(Html.day(drawdown.peakTime()));
        html.raw("</td><td>").text(Html.day(drawdown.troughTime()));
        html.raw("</td><td>").text(drawdown.recoveryTime() == null ? "not yet" : Html.day(drawdown.recoveryTime()));
        html.raw("</td><td>").text(Long.toString(drawdown.length().toDays())).raw("</td>");
        html.signed(-drawdown.depthPercent(), Html.percent(-drawdown.depthPercent()))
                .raw("</tr>");
    }

    static void notices(Html html, BacktestResult result) {
        if (result.notices().isEmpty() && result.rejections().isEmpty()) {
            return;
        }
        html.raw("<section class=\"card\"><h2>What did not go as wanted</h2><table>");
        result.notices().stream()
                .limit(20)
                .forEach(notice -> html.raw("<tr><td>")
                        .text(Html.minute(notice.time()))
                        .raw("</td><td class=\"text\">")
                        .text(notice.message())
                        .raw("</td></tr>"));
        Map<String, Long> counts = result.rejections().stream()
                .collect(Collectors.groupingBy(rejection -> rejection.code(), TreeMap::new, Collectors.counting()));
        counts.forEach((code, count) -> html.raw("<tr><td>")
                .text(count + " refused")
                .raw("</td><td class=\"text\">")
                .text(code.replace('_', ' ').toLowerCase(Locale.ROOT))
                .raw("</td></tr>"));
        html.raw("</table></section>");
    }

    static void roundTrips(Html html, List<RoundTrip> trips) {
        int from = Math.max(0, trips.size() - MOST_TRIPS);
        html.raw("<details class=\"card\"><summary>Round trips, ")
                .text(from == 0 ? "all " + trips.size() : "the last " + MOST_TRIPS + " of " + trips.size())
                .raw("</summary><div class=\"scroll\"><table><tr><th>Entry</th><th>Exit</th>"
                        + "<th>Side</th><th>Units</th>")
                .raw("<th>In</th><th>Out</th><th>Profit</th><th>Return</th>"
                        + "<th>Worst</th><th>Best</th><th>Why</th></tr>");
        for (int i = trips.size() - 1; i >= from; i--) {
            row(html, trips.get(i));
        }
        html.raw("</table></div></details>");
    }

    private static void row(Html html, RoundTrip trip) {
        html.raw("<tr><td>").text(Html.minute(trip.entryTime()));
        html.raw("</td><td>").text(Html.minute(trip.exitTime()));
        html.raw("</td><td>").text(trip.side().name().toLowerCase(Locale.ROOT));
        html.raw("</td><td>").text(Numbers.decimal(trip.quantity()).toPlainString());
        html.raw("</td><td>").text(Numbers.decimal(trip.entryPrice()).toPlainString());
        html.raw("</td><td>")
                .text(Numbers.decimal(trip.exitPrice()).toPlainString())
                .raw("</td>");
        html.signed(trip.profit(), Html.money(trip.profit()));
        html.signed(trip.returnPercent(), Html.percent(trip.returnPercent()));
        html.raw("<td>").text(Html.percent(trip.maePercent()));
        html.raw("</td><td>").text(Html.percent(trip.mfePercent()));
        html.raw("</td><td>")
                .text(trip.exitReason().name().replace('_', ' ').toLowerCase(Locale.ROOT))
                .raw("</td></tr>");
    }

    static void statistics(Html html, PerformanceReport report) {
        html.raw("<details class=\"card\"><summary>Every figure, and how it is defined</summary>")
                .raw("<div class=\"scroll\"><table><tr><th>Figure</th>"
                        + "<th>Value</th><th class=\"text\">Definition</th></tr>");
        for (Statistic statistic : Statistic.values()) {
            html.raw("<tr><td>").text(statistic.label());
            html.raw("</td><td>").text(report.format(statistic));
            html.raw("</td><td class=\"text\">").text(statistic.definition()).raw("</td></tr>");
        }
        html.raw("</table></div></details>");
    }
}
