package io.tradetracker.charts.render;

import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.candles.Bars;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws the prices in each of the ways there are. */
final class PricePainter {
    private final Canvas canvas;
    private final Bars bars;
    private final Colour rising;
    private final Colour falling;
    private final double body;
    private final double wick;

    PricePainter(Canvas canvas) {
        this.canvas = canvas;
        bars = canvas.columns().bars();
        rising = canvas.theme().data().rising();
        falling = canvas.theme().data().falling();
        wick = canvas.thin();
        body = bodyWidth(canvas.columns().stepX(), canvas.dots(), wick);
    }

    /** {@return a width whose edges are as far from the wick on both sides, on whole dots, with room to the next} */
    static double bodyWidth(double stepX, double dots, double wick) {
        long wickDots = Math.round(wick * dots);
        double room = stepX * dots;
        long most = (long) Math.floor(room < 8 ? room - 0.7 : room * 0.8);
        long width = most - Math.floorMod(most - wickDots, 2);
        return Math.max(width, wickDots) / dots;
    }

    void paint(ChartType type) {
        switch (type) {
            case ChartType.Candlestick candles -> candles(false);
            case ChartType.HeikinAshi candles -> candles(false);
            case ChartType.Hollow candles -> candles(true);
            case ChartType.OhlcBars strokes -> strokes();
            case ChartType.Line line -> canvas.draw(closes(), 1.5, lineColour());
            case ChartType.Area area -> area();
            case ChartType.Renko bricks -> bricks();
            case ChartType.PointAndFigure figure -> boxes();
        }
    }

    private Colour lineColour() {
        return canvas.theme().data().line(0);
    }

    private double left(int column) {
        return canvas.snap(canvas.columns().x(column) - wick / 2);
    }

    private void candles(boolean hollow) {
        for (int i = 0; i < bars.size(); i++) {
            double before = i == 0 ? bars.open(i) : bars.close(i - 1);
            boolean up = hollow ? bars.close(i) >= before : bars.rises(i);
            Colour colour = up ? rising : falling;
            double x = left(i);
            double top = canvas.snap(canvas.y(Math.max(bars.open(i), bars.close(i))));
            double bottom = Math.max(top + canvas.thin(), canvas.snap(canvas.y(Math.min(bars.open(i), bars.close(i)))));
            double side = (body - wick) / 2;
            if (hollow && bars.rises(i) && body > 2 * wick) {
                canvas.fill(x, canvas.y(bars.high(i)), x + wick, top, colour);
                canvas.fill(x, bottom, x + wick, canvas.y(bars.low(i)), colour);
                frame(x - side, top, x + wick + side, bottom, colour);
            } else {
                canvas.fill(x, canvas.y(bars.high(i)), x + wick, canvas.y(bars.low(i)), colour);
                canvas.fill(x - side, top, x + wick + side, bottom, colour);
            }
        }
    }

    private void frame(double left, double top, double right, double bottom, Colour colour) {
        canvas.fill(left, top, right, top + wick, colour);
        canvas.fill(left, bottom - wick, right, bottom, colour);
        canvas.fill(left, top, left + wick, bottom, colour);
        canvas.fill(right - wick, top, right, bottom, colour);
    }

    private void strokes() {
        double side = Math.max(wick, (body - wick) / 2);
        for (int i = 0; i < bars.size(); i++) {
            Colour colour = bars.rises(i) ? rising : falling;
            double x = left(i);
            double open = canvas.snap(canvas.y(bars.open(i)) - wick / 2);
            double close = canvas.snap(canvas.y(bars.close(i)) - wick / 2);
            canvas.fill(x, canvas.y(bars.high(i)) - wick / 2, x + wick, canvas.y(bars.low(i)) + wick / 2, colour);
            if (body > wick) {
                canvas.fill(x - side, open, x, open + wick, colour);
                canvas.fill(x + wick, close, x + wick + side, close + wick, colour);
            }
        }
    }

    private Path2D closes() {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, bars.size() + 4);
        for (int i = 0; i < bars.size(); i++) {
            double x = canvas.columns().x(i);
            double y = canvas.y(bars.close(i));
            if (i == 0) {
                path.moveTo(bars.size() == 1 ? x - 2 : x, y);
            }
            path.lineTo(x, y);
        }
        return path;
    }

    private void area() {
        if (bars.size() == 0) {
            return;
        }
        Rect box = canvas.box();
        Colour colour = lineColour();
        Path2D line = closes();
        Path2D area = new Path2D.Double(line);
        area.lineTo(canvas.columns().x(bars.size() - 1), box.bottom());
        area.lineTo(canvas.columns().x(0), box.bottom());
        area.closePath();
        canvas.smooth(true);
        canvas.graphics()
                .setPaint(new GradientPaint(
                        0,
                        (float) box.y(),
                        Lettering.colour(colour.opacity(0.35)),
                        0,
                        (float) box.bottom(),
                        Lettering.colour(colour.opacity(0.02))));
        canvas.graphics().fill(area);
        canvas.draw(line, 1.5, colour);
    }

    private void bricks() {
        double half = canvas.columns().stepX() / 2;
        double gap = half > 3 ? canvas.thin() : 0;
        for (int i = 0; i < bars.size(); i++) {
            double x = canvas.columns().x(i);
            canvas.fill(
                    x - half,
                    canvas.y(bars.high(i)),
                    x + half - gap,
                    canvas.y(bars.low(i)) - gap,
                    bars.rises(i) ? rising : falling);
        }
    }

    private void boxes() {
        double height = bars.boxHeight();
        double half = canvas.columns().stepX() * 0.42;
        for (int i = 0; i < bars.size(); i++) {
            double x = canvas.columns().x(i);
            long count = Math.max(1, Math.round((bars.high(i) - bars.low(i)) / height));
            double top = canvas.y(bars.high(i));
            double step = (canvas.y(bars.low(i)) - top) / count;
            if (step < 3 || half < 2) {
                canvas.fill(x - half, top, x + half, canvas.y(bars.low(i)), bars.rises(i) ? rising : falling);
            } else {
                column(x, top, step, half, count, bars.rises(i));
            }
        }
    }

    private void column(double x, double top, double step, double half, long count, boolean isX) {
        double inset = Math.min(1, step * 0.1);
        double thickness = Math.min(1.6, step / 5);
        for (long n = 0; n < count; n++) {
            double upper = top + n * step + inset;
            double lower = top + (n + 1) * step - inset;
            Path2D shape = new Path2D.Double();
            if (isX) {
                shape.append(Canvas.line(x - half, upper, x + half, lower), false);
                shape.append(Canvas.line(x - half, lower, x + half, upper), false);
            } else {
                shape.append(new Ellipse2D.Double(x - half, upper, 2 * half, lower - upper), false);
            }
            canvas.draw(shape, thickness, isX ? rising : falling);
        }
    }
}
