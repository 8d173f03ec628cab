package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Plot;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.candles.Bars;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws rows of values. */
final class StudyPainter {
    private static final double THICKNESS = 1.4;

    private final Canvas canvas;
    private final Columns columns;

    StudyPainter(Canvas canvas) {
        this.canvas = canvas;
        columns = canvas.columns();
    }

    void paint(StudyRows study) {
        if (study.levels().size() == 2) {
            double upper =
                    canvas.y(Math.max(study.levels().get(0), study.levels().get(1)));
            double lower =
                    canvas.y(Math.min(study.levels().get(0), study.levels().get(1)));
            canvas.fill(0, upper, canvas.box().right(), lower, study.colour().opacity(0.06));
        }
        for (double level : study.levels()) {
            canvas.dashedAcross(
                    0,
                    canvas.box().right(),
                    canvas.y(level),
                    canvas.theme().surface().border());
        }
        if (study.filled()) {
            fill(study.rows().getFirst(), study.rows().getLast());
        }
        study.rows().stream().filter(Row::isColumn).forEach(this::paint);
        study.rows().stream().filter(row -> !row.isColumn()).forEach(this::paint);
    }

    private void paint(Row row) {
        switch (row.style()) {
            case LINE -> canvas.draw(line(row.values(), false), THICKNESS, row.colour());
            case DASHED -> canvas.draw(line(row.values(), false), THICKNESS, Canvas.DASHES, row.colour());
            case STEP -> canvas.draw(line(row.values(), true), THICKNESS, row.colour());
            case AREA -> area(row);
            case COLUMN, SIGNED_COLUMN -> columns(row);
            case DOT -> dots(row);
            case MARK -> marks(row);
        }
    }

    private Path2D line(Values values, boolean stays) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, values.size() + 1);
        boolean isDrawn = false;
        double before = 0;
        for (int i = 0; i < values.size(); i++) {
            if (Double.isNaN(values.at(i))) {
                isDrawn = false;
                continue;
            }
            double x = columns.x(i);
            double y = bounded(canvas.y(values.at(i)));
            if (!isDrawn) {
                path.moveTo(x, y);
            } else if (stays) {
                path.lineTo(x, before);
                path.lineTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            before = y;
            isDrawn = true;
        }
        return path;
    }

    /** Far outside is outside: coordinates must not overflow. */
    private static double bounded(double y) {
        return Math.clamp(y, -1e5, 1e5);
    }

    private void area(Row row) {
        Rect box = canvas.box();
        Values values = row.values();
        for (int from = 0; from < values.size(); from++) {
            int to = from;
            while (to < values.size() && !Double.isNaN(values.at(to))) {
                to++;
            }
            if (to > from) {
                Path2D path = new Path2D.Double();
                path.moveTo(columns.x(from), box.bottom());
                for (int i = from; i < to; i++) {
                    path.lineTo(columns.x(i), bounded(canvas.y(values.at(i))));
                }
                path.lineTo(columns.x(to - 1), box.bottom());
                canvas.fill(path, row.colour().opacity(0.15));
                from = to;
            }
        }
        canvas.draw(line(values, false), THICKNESS, row.colour());
    }

    private void fill(Row upper, Row lower) {
        Path2D path = new Path2D.Double();
        int size = upper.values().size();
        int from = 0;
        while (from < size) {
            int to = from;
            while (to < size
                    && !Double.isNaN(upper.values().at(to))
                    && !Double.isNaN(lower.values().at(to))) {
                to++;
            }
            if (to > from + 1) {
                band(path, upper, lower, from, to);
            }
            from = to + 1;
        }
        canvas.fill(path, upper.colour().opacity(0.08));
    }

    private void band(Path2D path, Row upper, Row lower, int from, int to) {
        path.moveTo(columns.x(from), bounded(canvas.y(upper.values().at(from))));
        for (int i = from + 1; i < to; i++) {
            path.lineTo(columns.x(i), bounded(canvas.y(upper.values().at(i))));
        }
        for (int i = to - 1; i >= from; i--) {
            path.lineTo(columns.x(i), bounded(canvas.y(lower.values().at(i))));
        }
        path.closePath();
    }

    private void columns(Row row) {
        double half =
                Math.max(canvas.thin(), PricePainter.bodyWidth(columns.stepX(), canvas.dots(), canvas.thin())) / 2;
        double zero = canvas.y(0);
        Colour rising = canvas.theme().data().rising().opacity(0.7);
        Colour falling = canvas.theme().data().falling().opacity(0.7);
        for (int i = 0; i < row.values().size(); i++) {
            double value = row.values().at(i);
            if (!Double.isNaN(value) && value != 0) {
                double y = bounded(canvas.y(value));
                Colour signed = value > 0 ? rising : falling;
                Colour colour = row.style() == Plot.Style.COLUMN ? row.colour().opacity(0.6) : signed;
                double x = columns.x(i);
                canvas.fill(x - half, Math.min(y, zero), x + half, Math.max(y, zero), colour);
            }
        }
    }

    private void dots(Row row) {
        double size = Math.clamp(columns.stepX() * 0.4, 1.5, 3.5);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < row.values().size(); i++) {
            if (!Double.isNaN(row.values().at(i))) {
                double y = bounded(canvas.y(row.values().at(i)));
                path.append(new Ellipse2D.Double(columns.x(i) - size / 2, y - size / 2, size, size), false);
            }
        }
        canvas.fill(path, row.colour());
    }

    private void marks(Row row) {
        Bars bars = columns.bars();
        double size = Math.clamp(columns.stepX() * 0.8, 4, 7);
        for (int i = 0; i < row.values().size(); i++) {
            double value = row.values().at(i);
            if (Double.isNaN(value) || value == 0) {
                continue;
            }
            double tip = value > 0 ? canvas.y(bars.low(i)) + 3 : canvas.y(bars.high(i)) - 3;
            canvas.fill(
                    triangle(columns.x(i), tip, size, value > 0),
                    value > 0
                            ? canvas.theme().data().rising()
                            : canvas.theme().data().falling());
        }
    }

    /** {@return a triangle with its tip at a place} */
    static Path2D triangle(double x, double tip, double size, boolean up) {
        double base = up ? tip + size : tip - size;
        Path2D path = new Path2D.Double();
        path.moveTo(x, tip);
        path.lineTo(x - size / 2, base);
        path.lineTo(x + size / 2, base);
        path.closePath();
        return path;
    }
}
