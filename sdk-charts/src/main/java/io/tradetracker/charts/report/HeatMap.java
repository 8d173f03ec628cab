package io.tradetracker.charts.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.HeatMapStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/** Cells in rows and columns, coloured by their numbers. */
final class HeatMap {
    private final ReportStyle style;
    private final String title;
    private final String pattern;

    HeatMap(ReportStyle style, String title, String pattern) {
        this.style = style;
        this.title = title;
        this.pattern = pattern;
    }

    /**
     * What stands in a cell.
     *
     * @param column from 0, left
     * @param row from 0, bottom
     * @param value finite
     */
    record Cell(int column, int row, double value) {}

    /**
     * Names and colours.
     *
     * @param columns names from left to right
     * @param rows names from the bottom to the top
     * @param columnTitle may be empty
     * @param rowTitle may be empty
     */
    record Names(List<String> columns, List<String> rows, String columnTitle, String rowTitle) {}

    void paint(Graphics2D graphics, int width, int height, Names names, List<Cell> cells, Range range) {
        style.paintBackground(graphics, width, height);
        HeatMapChart chart = new HeatMapChart(width, height, ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle(names.columnTitle);
        chart.setYAxisTitle(names.rowTitle);
        HeatMapStyler styler = chart.getStyler();
        style.apply(styler);
        styler.setChartTitleVisible(!title.isEmpty());
        styler.setXAxisTitleVisible(!names.columnTitle.isEmpty());
        styler.setYAxisTitleVisible(!names.rowTitle.isEmpty());
        styler.setPlotGridLinesVisible(false);
        styler.setPlotContentSize(1);
        styler.setRangeColors(range.colours.toArray(Color[]::new));
        styler.setMin(range.low);
        styler.setMax(range.high);
        styler.setXAxisMaxLabelCount(Math.max(2, width / 60));
        styler.setDrawBorder(false);
        styler.setShowValue(names.columns.size() * 38 < width && names.rows.size() * 16 < height);
        styler.setValueFont(style.font(Font.PLAIN));
        styler.setValueFontColor(ReportStyle.color(style.theme().surface().text()));
        styler.setHeatMapValueDecimalPattern(pattern);
        List<Number[]> numbers = cells.stream()
                .map(each -> new Number[] {each.column, each.row, each.value})
                .toList();
        chart.addSeries("values", names.columns, names.rows, numbers);
        chart.paint(graphics, width, height);
    }

    /**
     * Which colours stand for which numbers.
     *
     * @param low and below, the first colour
     * @param high and above, the last colour
     * @param colours from low to high
     */
    record Range(double low, double high, List<Color> colours) {
        /** {@return this, with some length when it has none} */
        static Range of(double low, double high, List<Color> colours) {
            return high > low ? new Range(low, high, colours) : new Range(low - 1, high + 1, colours);
        }
    }

    static Color mixed(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
