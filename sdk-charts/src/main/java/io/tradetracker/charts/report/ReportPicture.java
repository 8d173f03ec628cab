package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.encode.Picture;
import java.awt.Graphics2D;

/** A drawing with a size. */
record ReportPicture(ChartSize size, ReportDrawing drawing) implements Picture {
    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public double scale() {
        return size.scale();
    }

    @Override
    public void paint(Graphics2D graphics) {
        drawing.paint(graphics, width(), height());
    }
}
