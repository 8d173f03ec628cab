package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.indicators.chartpattern.Formation;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Draws patterns: their shape, borders and points, their name, and from where they were known the prices that matter.
 */
final class FormationPainter {
    private static final double AFTER = 10;

    private final Canvas canvas;

    FormationPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(List<Formation> found) {
        if (canvas.columns().bars().size() == 0) {
            return;
        }
        List<Formation> seen = found.stream().filter(this::isInView).toList();
        seen.forEach(this::shape);
        seen.forEach(this::prices);
        seen.forEach(this::labels);
    }

    private boolean isInView(Formation each) {
        return x(each.knownAtMillis()) >= 0
                && x(each.points().getFirst().timeMillis()) <= canvas.box().right();
    }

    /** The middle of the column that shows a candle: the chart may not have all candles that were scanned. */
    private double x(long timeMillis) {
        return canvas.columns().x(Math.floor(canvas.columns().bars().columnAt(timeMillis)));
    }

    private Colour colour(Formation each) {
        return switch (each.direction()) {
            case 1 -> canvas.theme().data().rising();
            case -1 -> canvas.theme().data().falling();
            default -> canvas.theme().data().line(0);
        };
    }

    private void shape(Formation each) {
        Colour colour = colour(each);
        if (each.joined() && each.points().size() > 1) {
            Path2D path = new Path2D.Double();
            Formation.Point first = each.points().getFirst();
            path.moveTo(x(first.timeMillis()), canvas.y(first.price()));
            each.points().forEach(point -> path.lineTo(x(point.timeMillis()), canvas.y(point.price())));
            canvas.draw(path, 1.6, colour);
            path.closePath();
            canvas.fill(path, colour.opacity(0.08));
        }
        for (Formation.Line line : each.lines()) {
            double fromX = x(line.from().timeMillis());
            double toX = Math.max(x(line.to().timeMillis()), x(each.knownAtMillis()));
            int to = Math.max(line.to().candle(), each.knownAt());
            canvas.draw(Canvas.line(fromX, canvas.y(line.from().price()), toX, canvas.y(line.at(to))), 1.3, colour);
        }
        for (Formation.Point point : each.points()) {
            Path2D dot = new Path2D.Double();
            dot.append(new Ellipse2D.Double(x(point.timeMillis()) - 3, canvas.y(point.price()) - 3, 6, 6), false);
            canvas.fill(dot, canvas.theme().surface().background());
            canvas.draw(dot, 1.4, colour);
        }
    }

    private void prices(Formation each) {
        double from = x(each.knownAtMillis());
        double to = Math.min(
                canvas.box().right(),
                from + Math.max(24, AFTER * canvas.columns().stepX()));
        price(each.confirmation(), from, to, canvas.theme().surface().label());
        price(each.invalidation(), from, to, canvas.theme().data().falling());
        price(each.target(), from, to, canvas.theme().data().rising());
    }

    private void price(double price, double from, double to, Colour colour) {
        if (!Double.isNaN(price)) {
            canvas.dashedAcross(from, to, canvas.y(price), colour);
        }
    }

    private void labels(Formation each) {
        Formation.Point highest = each.points().getFirst();
        Formation.Point lowest = highest;
        for (Formation.Point point : each.points()) {
            highest = point.price() > highest.price() ? point : highest;
            lowest = point.price() < lowest.price() ? point : lowest;
        }
        for (Formation.Point point : each.points()) {
            new Label(canvas, point.label()).near(x(point.timeMillis()), canvas.y(point.price()), colour(each));
        }
        boolean above = each.direction() <= 0;
        Formation.Point at = above ? highest : lowest;
        double y = canvas.y(at.price()) + (above ? -4 : 4);
        new Label(canvas, each.pattern().title()).near(x(at.timeMillis()), y, colour(each));
    }
}
