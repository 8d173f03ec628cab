package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.Values;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Equity over its drawdown; both have the same times from left to right. */
@SuppressWarnings("JavaUtilDate") // what XChart's time axis takes
final class EquityDrawing implements ReportDrawing {
    private static final int AXIS = 76;
    private static final double SHARE = 0.68;
    private static final long DAY_MILLIS = 86_400_000;

    private final String title;
    private final List<Instant> times;
    private final Values equity;
    private final Values drawdown;
    private final ReportStyle style;

    EquityDrawing(String title, List<Instant> times, Values equity, ReportStyle style) {
        this.title = title;
        this.times = List.copyOf(times);
        this.equity = equity;
        this.style = style;
        if (times.size() != equity.size()) {
            throw new ChartException(
                    "equity must have a value for each of the " + times.size() + " times, but has " + equity.size());
        }
        for (int i = 1; i < times.size(); i++) {
            if (!times.get(i - 1).isBefore(times.get(i))) {
                throw new ChartException(
                        "times of equity must rise, but " + times.get(i) + " does not come after " + times.get(i - 1));
            }
        }
        ReportStyle.requireDrawable("equity", equity);
        drawdown = drawdown(equity);
    }

    /** {@return per cent below the highest before; 0 while that is not above zero} */
    private static Values drawdown(Values equity) {
        double[] falls = new double[equity.size()];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < falls.length; i++) {
            peak = Math.max(peak, equity.at(i));
            falls[i] = peak > 0 ? 100 * Math.min(0, equity.at(i) / peak - 1) : 0;
        }
        return Values.of(falls);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        if (times.isEmpty()) {
            style.paintNothing(graphics, width, height, title, "No equity yet");
            return;
        }
        style.paintBackground(graphics, width, height);
        int upper = (int) (height * SHARE);
        List<Integer> shown = thinned(equity, 2 * width);
        Color line = ReportStyle.color(style.theme().data().line(0));
        XYChart money = chart(title, equity, shown, line, width);
        money.getStyler().setXAxisTicksVisible(false);
        money.paint(graphics, width, upper);
        XYChart falls = chart("", drawdown, thinned(drawdown, 2 * width), style.falling(), width);
        falls.getStyler().setYAxisDecimalPattern("0.## '%'");
        falls.getStyler().setYAxisMax(0.0);
        Graphics2D below = (Graphics2D) graphics.create();
        below.translate(0, upper);
        falls.paint(below, width, height - upper);
        below.dispose();
    }

    private XYChart chart(String name, Values values, List<Integer> shown, Color colour, int width) {
        XYChart chart = new XYChart(width, 100, ChartTheme.XChart);
        chart.setTitle(name);
        style.apply(chart.getStyler());
        chart.getStyler().setChartTitleVisible(!name.isEmpty());
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
        chart.getStyler().setYAxisLeftWidthHint(AXIS);
        chart.getStyler().setPlotMargin(0);
        chart.getStyler().setPlotContentSize(1);
        chart.getStyler().setDatePattern(datePattern());
        chart.getStyler().setXAxisTickMarkSpacingHint(100);
        chart.getStyler().setTimezone(TimeZone.getTimeZone(ZoneOffset.UTC));
        List<Date> x = shown.stream().map(i -> Date.from(times.get(i))).toList();
        List<Double> y = shown.stream().map(values::at).toList();
        XYSeries series = chart.addSeries("values", x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(1.4f));
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50));
        range(chart, x, y);
        return chart;
    }

    /** Ranges without length would never end to be divided. */
    private static void range(XYChart chart, List<Date> x, List<Double> y) {
        double from = x.getFirst().getTime();
        double to = x.getLast().getTime();
        chart.getStyler().setXAxisMin(from == to ? from - DAY_MILLIS : from);
        chart.getStyler().setXAxisMax(from == to ? to + DAY_MILLIS : to);
        double low = y.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = y.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double room = high - low > 1e-9 * Math.max(Math.abs(high), Math.abs(low))
                ? (high - low) * 0.05
                : Math.max(1, Math.abs(high) * 0.01);
        chart.getStyler().setYAxisMin(low - room);
        chart.getStyler().setYAxisMax(high + room);
    }

    private String datePattern() {
        long span = times.getLast().toEpochMilli() - times.getFirst().toEpochMilli();
        return span > 900 * DAY_MILLIS ? "MMM yyyy" : span > 10 * DAY_MILLIS ? "d MMM yy" : "d MMM HH:mm";
    }

    /**
     * {@return which points are drawn: of each stretch the first, lowest and highest, so that nothing that can be seen
     * is lost}
     */
    private static List<Integer> thinned(Values values, int most) {
        int stretch = Math.max(1, 3 * values.size() / most);
        List<Integer> shown = new ArrayList<>();
        for (int from = 0; from < values.size(); from += stretch) {
            int to = Math.min(values.size(), from + stretch);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = values.at(i) < values.at(low) ? i : low;
                high = values.at(i) > values.at(high) ? i : high;
            }
            addOnce(shown, from);
            addOnce(shown, Math.min(low, high));
            addOnce(shown, Math.max(low, high));
        }
        addOnce(shown, values.size() - 1);
        return shown;
    }

    private static void addOnce(List<Integer> shown, int i) {
        if (shown.isEmpty() || shown.getLast() < i) {
            shown.add(i);
        }
    }
}
