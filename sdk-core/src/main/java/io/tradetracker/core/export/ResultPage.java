package io.tradetracker.core.export;

import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.report.Breakdown;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A result as one HTML page that needs nothing else: no script, no font, no network. It follows the reader's light or
 * dark setting and fits a phone and a sheet of paper.
 */
public final class ResultPage {
    private final String title;
    private final Map<String, String> facts;
    private final BacktestResult result;
    private final PerformanceReport report;
    private final Breakdown breakdown;

    private ResultPage(String title, Map<String, String> facts, BacktestResult result) {
        this.title = title;
        this.facts = facts;
        this.result = result;
        report = result.report();
        breakdown = Breakdown.of(result.equity(), result.settings().cash(), result.roundTrips());
    }

    /**
     * Writes the page. An existing file is replaced; when this fails it is left as it was.
     *
     * @param title such as the strategy's name
     * @param facts what the run was configured with, by name, in the order to be shown
     * @param result what came out
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void write(String title, Map<String, String> facts, BacktestResult result, Path file) {
        String page = new ResultPage(title, facts, result).toHtml();
        WholeFile.write(file, out -> out.write(page));
    }

    private String toHtml() {
        Html html = new Html();
        html.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"><title>")
                .text(title + " on " + instruments())
                .raw("</title><style>")
                .raw(Html.resource("report.css"))
                .raw("</style></head><body><main>");
        head(html);
        tiles(html);
        equity(html);
        prices(html);
        months(html);
        html.raw("<div class=\"pair\">");
        trips(html);
        slices(html, "By weekday of entry", breakdown.weekdays());
        html.raw("</div>");
        ResultTables.drawdowns(html, report.drawdowns());
        ResultTables.notices(html, result);
        ResultTables.roundTrips(html, result.roundTrips());
        ResultTables.statistics(html, report);
        html.raw("<footer>Simulated results on recorded prices. They promise nothing about the future. ")
                .text(report.annualisation() + ".")
                .raw("</footer></main></body></html>\n");
        return html.toString();
    }

    private String instruments() {
        List<String> ids = result.candles().stream()
                .map(candles -> candles.instrument().id().value())
                .toList();
        return String.join(", ", ids);
    }

    private void head(Html html) {
        html.raw("<h1>").text(title).raw("</h1><p class=\"sub\">");
        html.text(instruments() + ", " + result.settings().timeframe() + " candles, " + Html.day(report.from()) + " to "
                        + Html.day(report.to()))
                .raw("</p><ul class=\"chips\">");
        facts.forEach((name, value) -> html.raw("<li>").text(name + " " + value).raw("</li>"));
        html.raw("</ul>");
    }

    private void tiles(Html html) {
        html.raw("<div class=\"tiles\">");
        double hold = report.get(Statistic.BUY_AND_HOLD);
        tile(
                html,
                "Return",
                Html.percent(report.returnPercent()),
                report.returnPercent(),
                "buy and hold " + Html.percent(hold));
        tile(
                html,
                "Final equity",
                Html.money(report.finalEquity()),
                0,
                "from " + Html.money(report.get(Statistic.CASH)));
        tile(html, "Growth a year", Html.percent(report.get(Statistic.CAGR)), report.get(Statistic.CAGR), "CAGR");
        tile(
                html,
                "Worst fall",
                Html.percent(-report.maxDrawdownPercent()),
                -report.maxDrawdownPercent(),
                String.format(Locale.ROOT, "longest %.0f days", report.get(Statistic.LONGEST_DRAWDOWN)));
        tile(
                html,
                "Sharpe ratio",
                Html.number(report.sharpe()),
                0,
                "Sortino " + Html.number(report.get(Statistic.SORTINO)));
        tile(html, "Winners", Html.percent(report.winRatePercent()), 0, report.roundTrips() + " round trips");
        tile(
                html,
                "Profit factor",
                Html.number(report.profitFactor()),
                0,
                "expectancy " + Html.money(report.get(Statistic.EXPECTANCY)));
        tile(html, "Costs", Html.money(report.get(Statistic.ALL_COSTS)), 0, "commission, spread, slippage, financing");
        html.raw("</div>");
    }

    private static void tile(Html html, String name, String value, double sign, String note) {
        html.raw("<div class=\"tile\"><div class=\"name\">").text(name).raw("</div><div class=\"value");
        html.raw(sign > 0 ? " up" : sign < 0 ? " down" : "").raw("\">").text(value);
        html.raw("</div><div class=\"note\">").text(note).raw("</div></div>");
    }

    private void equity(Html html) {
        html.raw("<section class=\"card\"><h2>Equity and falls from its peak</h2>");
        html.raw("<div class=\"scroll wide\">").raw(EquityChart.of(result)).raw("</div>");
        html.raw("<p class=\"legend\"><span><i style=\"background:var(--line)\"></i>Equity</span>")
                .raw("<span><i style=\"background:var(--hold)\"></i>Buy and hold</span>")
                .raw("<span><i style=\"background:var(--down)\"></i>Fall from the peak</span></p></section>");
    }

    private void prices(Html html) {
        html.raw("<section class=\"card\"><h2>Price and fills</h2>");
        html.raw("<div class=\"scroll wide\">").raw(PriceChart.of(result)).raw("</div>");
        html.raw("<p class=\"legend\"><span class=\"up\">▲ bought</span>"
                + "<span class=\"down\">▼ sold</span></p></section>");
    }

    private void months(Html html) {
        html.raw("<section class=\"card\"><h2>Months</h2><div class=\"scroll\">");
        MonthTable.write(html, breakdown.months());
        html.raw("</div></section>");
    }

    private void trips(Html html) {
        html.raw("<section class=\"card\"><h2>How round trips ended</h2>");
        html.raw(ReturnHistogram.of(result.roundTrips()));
        html.raw("</section>");
    }

    private static void slices(Html html, String name, List<Breakdown.Slice> slices) {
        html.raw("<section class=\"card\"><h2>")
                .text(name)
                .raw("</h2><table><tr><th>Day</th><th>Round trips</th>")
                .raw("<th>Winners</th><th>Profit</th></tr>");
        for (Breakdown.Slice slice : slices) {
            String day = slice.label().charAt(0) + slice.label().substring(1).toLowerCase(Locale.ROOT);
            html.raw("<tr><td>").text(day).raw("</td><td>").text(Integer.toString(slice.roundTrips()));
            html.raw("</td><td>").text(Html.percent(slice.winRatePercent())).raw("</td>");
            html.signed(slice.profit(), Html.money(slice.profit())).raw("</tr>");
        }
        html.raw("</table></section>");
    }
}
