package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** A row for each year, the oldest at the top. */
final class MonthsDrawing implements ReportDrawing {
    private static final int MOST_YEARS = 100;

    private final String title;
    private final SortedMap<YearMonth, Double> percents;
    private final ReportStyle style;

    MonthsDrawing(String title, SortedMap<YearMonth, Double> percents, ReportStyle style) {
        this.title = title;
        this.percents = percents;
        this.style = style;
        percents.forEach((month, percent) -> ReportStyle.requireDrawable("the return of " + month, percent));
        if (!percents.isEmpty() && years() > MOST_YEARS) {
            throw new ChartException("at most " + MOST_YEARS + " years of months are drawn, but there are " + years());
        }
    }

    private long years() {
        return 1L + percents.lastKey().getYear() - percents.firstKey().getYear();
    }

    /** {@return to the one decimal that is written, without a sign when that is zero} */
    private static double rounded(double percent) {
        return Math.rint(10 * percent) / 10 + 0.0;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        if (percents.isEmpty()) {
            style.paintNothing(graphics, width, height, title, "No month yet");
            return;
        }
        int last = percents.lastKey().getYear();
        List<String> years = new ArrayList<>();
        for (int year = last; year >= percents.firstKey().getYear(); year--) {
            years.add(Integer.toString(year));
        }
        List<String> months = Arrays.stream(Month.values())
                .map(each -> each.getDisplayName(TextStyle.SHORT, style.locale()))
                .toList();
        List<HeatMap.Cell> cells = new ArrayList<>();
        percents.forEach((month, percent) ->
                cells.add(new HeatMap.Cell(month.getMonthValue() - 1, last - month.getYear(), rounded(percent))));
        double most = percents.values().stream().mapToDouble(Math::abs).max().orElseThrow();
        Color none = style.background();
        HeatMap.Range range = HeatMap.Range.of(
                -most,
                most,
                List.of(HeatMap.mixed(none, style.falling(), 0.8), none, HeatMap.mixed(none, style.rising(), 0.8)));
        new HeatMap(style, title, "0.0")
                .paint(graphics, width, height, new HeatMap.Names(months, years, "", ""), cells, range);
    }
}
