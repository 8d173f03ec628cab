package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.Values;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** A figure over two parameters. */
final class SurfaceDrawing implements ReportDrawing {
    private static final int MOST = 200;

    private final String title;
    private final SurfaceAxis across;
    private final SurfaceAxis upwards;
    private final List<HeatMap.Cell> cells = new ArrayList<>();
    private final ReportStyle style;

    SurfaceDrawing(String title, SurfaceAxis across, SurfaceAxis upwards, List<Values> rows, ReportStyle style) {
        this.title = title;
        this.across = across;
        this.upwards = upwards;
        this.style = style;
        requireFew(across);
        requireFew(upwards);
        if (rows.size() != upwards.values().size()) {
            throw new ChartException("a surface must have a row for each of the "
                    + upwards.values().size() + " values of " + upwards.name() + ", but has " + rows.size());
        }
        for (int row = 0; row < rows.size(); row++) {
            add(row, rows.get(row));
        }
    }

    private static void requireFew(SurfaceAxis axis) {
        if (axis.values().size() > MOST) {
            throw new ChartException("at most " + MOST + " values of " + axis.name() + " are drawn, but there are "
                    + axis.values().size());
        }
    }

    private void add(int row, Values numbers) {
        if (numbers.size() != across.values().size()) {
            throw new ChartException("row " + row + " of a surface must have a number for each of the "
                    + across.values().size() + " values of " + across.name() + ", but has " + numbers.size());
        }
        for (int column = 0; column < numbers.size(); column++) {
            if (!Double.isNaN(numbers.at(column))) {
                ReportStyle.requireDrawable("a figure of the surface", numbers.at(column));
                cells.add(new HeatMap.Cell(column, row, numbers.at(column)));
            }
        }
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        if (cells.isEmpty()) {
            style.paintNothing(graphics, width, height, title, "No figure to show");
            return;
        }
        double low = cells.stream().mapToDouble(HeatMap.Cell::value).min().orElseThrow();
        double high = cells.stream().mapToDouble(HeatMap.Cell::value).max().orElseThrow();
        Color none = style.background();
        Color full = ReportStyle.color(style.theme().data().line(0));
        HeatMap.Range range =
                HeatMap.Range.of(low, high, List.of(HeatMap.mixed(none, full, 0.06), HeatMap.mixed(none, full, 0.75)));
        HeatMap.Names names = new HeatMap.Names(across.values(), upwards.values(), across.name(), upwards.name());
        new HeatMap(style, title, "0.##").paint(graphics, width, height, names, cells, range);
    }
}
