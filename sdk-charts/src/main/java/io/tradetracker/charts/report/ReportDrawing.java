package io.tradetracker.charts.report;

import java.awt.Graphics2D;

/** What a report's picture shows. Drawn again and again, by several threads, always the same. */
interface ReportDrawing {
    void paint(Graphics2D graphics, int width, int height);
}
