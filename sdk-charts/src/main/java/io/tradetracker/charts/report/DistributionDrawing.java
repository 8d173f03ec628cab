package io.tradetracker.charts.report;

import io.tradetracker.charts.Values;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/** How often results of each size were. */
final class DistributionDrawing implements ReportDrawing {
    private static final int MOST_BINS = 60;

    private final String title;
    private final double[] sorted;
    private final String unit;
    private final ReportStyle style;

    DistributionDrawing(String title, Values results, String unit, ReportStyle style) {
        this.title = title;
        this.unit = unit;
        this.style = style;
        ReportStyle.requireDrawable("result", results);
        sorted = new double[results.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = results.at(i);
        }
        Arrays.sort(sorted);
    }

    /**
     * {@return the width of a bin: after D. Freedman and P. Diaconis, "On the histogram as a density estimator", 1981,
     * rounded to 1, 2 or 5 times a power of ten, so that zero is an edge; 1 when all results are equal}
     */
    private double bin() {
        int size = sorted.length;
        double range = sorted[size - 1] - sorted[0];
        double quartiles = sorted[(int) (0.75 * (size - 1))] - sorted[(int) (0.25 * (size - 1))];
        double wanted = Math.max(2 * quartiles / Math.cbrt(size), range / (MOST_BINS - 2));
        if (!(wanted > 1e-12 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[size - 1])))) {
            return Math.max(1, Math.abs(sorted[0]));
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= wanted * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        if (sorted.length == 0) {
            style.paintNothing(graphics, width, height, title, "No result yet");
            return;
        }
        style.paintBackground(graphics, width, height);
        double bin = bin();
        long first = (long) Math.floor(sorted[0] / bin);
        int bins = (int) Math.min(MOST_BINS + 1, (long) Math.floor(sorted[sorted.length - 1] / bin) - first + 1);
        int[] counts = new int[bins];
        for (double result : sorted) {
            counts[(int) Math.min(bins - 1, (long) Math.floor(result / bin) - first)]++;
        }
        List<Double> middles = new ArrayList<>();
        List<Integer> losses = new ArrayList<>();
        List<Integer> gains = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            middles.add((first + i + 0.5) * bin);
            losses.add(first + i < 0 ? counts[i] : 0);
            gains.add(first + i < 0 ? 0 : counts[i]);
        }
        chart(width, height, middles, losses, gains).paint(graphics, width, height);
    }

    private CategoryChart chart(
            int width, int height, List<Double> middles, List<Integer> losses, List<Integer> gains) {
        CategoryChart chart = new CategoryChart(width, height, ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle(unit);
        CategoryStyler styler = chart.getStyler();
        style.apply(styler);
        styler.setChartTitleVisible(!title.isEmpty());
        styler.setXAxisTitleVisible(!unit.isEmpty());
        styler.setYAxisTitleVisible(false);
        styler.setOverlapped(true);
        styler.setAvailableSpaceFill(0.9);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setXAxisMaxLabelCount(Math.max(2, width / 80));
        styler.setXAxisDecimalPattern("#,##0.##");
        styler.setYAxisDecimalPattern("#,##0");
        styler.setYAxisMin(0.0);
        CategorySeries lost = chart.addSeries("losses", middles, losses);
        lost.setFillColor(style.falling());
        CategorySeries gained = chart.addSeries("gains", middles, gains);
        gained.setFillColor(style.rising());
        return chart;
    }
}
