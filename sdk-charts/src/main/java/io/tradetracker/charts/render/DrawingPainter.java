package io.tradetracker.charts.render;

import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.axis.NumberText;
import java.awt.geom.Path2D;

/** Draws what people draw. */
final class DrawingPainter {
    private static final double[] RETRACEMENTS = {0, 0.236, 0.382, 0.5, 0.618, 0.786, 1};
    private static final double FAR = 1e5;
    private static final double THICKNESS = 1.5;

    private final Canvas canvas;
    private final NumberText numbers;
    private final int decimals;

    DrawingPainter(Canvas canvas, NumberText numbers, int decimals) {
        this.canvas = canvas;
        this.numbers = numbers;
        this.decimals = decimals;
    }

    void paint(Drawing drawing) {
        switch (drawing) {
            case Drawing.HorizontalLine line -> {
                canvas.across(0, right(), canvas.y(line.price()), line.colour());
                new Label(canvas, line.label()).from(8, canvas.y(line.price()), line.colour());
            }
            case Drawing.VerticalLine line -> {
                double x = canvas.columns().x(line.time());
                canvas.upright(x, canvas.box().y(), canvas.box().bottom(), line.colour());
                new Label(canvas, line.label()).from(x + 3, canvas.box().bottom() - 4, line.colour());
            }
            case Drawing.TrendLine line -> trendLine(line);
            case Drawing.Channel channel -> channel(channel);
            case Drawing.Zone zone -> zone(zone);
            case Drawing.Fibonacci fibonacci -> fibonacci(fibonacci);
            case Drawing.Text text -> text(text);
            case Drawing.Arrow arrow -> arrow(arrow);
        }
    }

    private double right() {
        return canvas.box().right();
    }

    private double x(Anchor anchor) {
        return Math.clamp(canvas.columns().x(anchor.time()), -FAR, FAR);
    }

    private double y(Anchor anchor) {
        return Math.clamp(canvas.y(anchor.price()), -FAR, FAR);
    }

    private void trendLine(Drawing.TrendLine line) {
        double fromX = x(line.from());
        double fromY = y(line.from());
        double toX = x(line.to());
        double toY = y(line.to());
        if (line.extend() && toX != fromX) {
            double edge = toX > fromX ? right() : 0;
            double longer = Math.max(1, (edge - fromX) / (toX - fromX));
            toY = fromY + (toY - fromY) * longer;
            toX = fromX + (toX - fromX) * longer;
        }
        canvas.draw(Canvas.line(fromX, fromY, toX, toY), THICKNESS, line.colour());
        new Label(canvas, line.label()).near((fromX + x(line.to())) / 2, (fromY + y(line.to())) / 2, line.colour());
    }

    private void channel(Drawing.Channel channel) {
        double fromX = x(channel.from());
        double toX = x(channel.to());
        double otherFrom = canvas.y(channel.from().price() + channel.height());
        double otherTo = canvas.y(channel.to().price() + channel.height());
        Path2D area = new Path2D.Double();
        area.moveTo(fromX, y(channel.from()));
        area.lineTo(toX, y(channel.to()));
        area.lineTo(toX, otherTo);
        area.lineTo(fromX, otherFrom);
        area.closePath();
        canvas.fill(area, channel.colour().opacity(0.1));
        canvas.draw(Canvas.line(fromX, y(channel.from()), toX, y(channel.to())), THICKNESS, channel.colour());
        canvas.draw(Canvas.line(fromX, otherFrom, toX, otherTo), THICKNESS, channel.colour());
        new Label(canvas, channel.label()).near(toX, otherTo, channel.colour());
    }

    private void zone(Drawing.Zone zone) {
        double left = Math.min(x(zone.from()), x(zone.to()));
        double top = Math.min(y(zone.from()), y(zone.to()));
        double bottom = Math.max(y(zone.from()), y(zone.to()));
        double end = Math.max(x(zone.from()), x(zone.to()));
        canvas.fill(left, top, end, bottom, zone.colour().opacity(0.15));
        canvas.across(left, end, top, zone.colour());
        canvas.across(left, end, bottom, zone.colour());
        new Label(canvas, zone.label()).from(Math.max(4, left + 2), top, zone.colour());
    }

    private void fibonacci(Drawing.Fibonacci fibonacci) {
        double startX = x(fibonacci.from());
        double fromX = Math.min(startX, x(fibonacci.to()));
        Colour colour = fibonacci.colour();
        canvas.draw(
                Canvas.line(startX, y(fibonacci.from()), x(fibonacci.to()), y(fibonacci.to())),
                1,
                Canvas.DASHES,
                colour.opacity(0.6));
        double move = fibonacci.from().price() - fibonacci.to().price();
        double before = Double.NaN;
        for (double part : RETRACEMENTS) {
            double price = fibonacci.to().price() + part * move;
            double y = canvas.y(price);
            if (!Double.isNaN(before)) {
                canvas.fill(
                        fromX, Math.min(y, before), right(), Math.max(y, before), colour.opacity(0.03 + 0.05 * part));
            }
            canvas.across(fromX, right(), y, colour.opacity(0.8));
            String text = numbers.fixed(100 * part, 1) + "%  " + numbers.fixed(price, decimals);
            double width = canvas.lettering().width(text) + 8;
            new Label(canvas, text).from(right() - width, y, colour);
            before = y;
        }
    }

    private void text(Drawing.Text text) {
        canvas.fill(x(text.at()) - 1.5, y(text.at()) - 1.5, x(text.at()) + 1.5, y(text.at()) + 1.5, text.colour());
        new Label(canvas, text.text()).near(x(text.at()), y(text.at()), text.colour());
    }

    private void arrow(Drawing.Arrow arrow) {
        double x = x(arrow.at());
        double y = y(arrow.at());
        double away = arrow.up() ? 1 : -1;
        Path2D shape = StudyPainter.triangle(x, y, 10, arrow.up());
        canvas.fill(shape, arrow.colour());
        canvas.draw(Canvas.line(x, y + 8 * away, x, y + 20 * away), 2.5, arrow.colour());
        canvas.labels().take(new Rect(x - 5, Math.min(y, y + 20 * away), 10, 20));
        new Label(canvas, arrow.label()).near(x, y + 20 * away, arrow.colour());
    }
}
