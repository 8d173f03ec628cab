package io.tradetracker.charts.render;

import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.candles.Bars;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Draws positions: an arrow at the entry in the position's direction, one at the exit against it, the way between
 * shaded by gain or loss, stops and targets as steps.
 */
final class TradePainter {
    private static final double ARROW = 8;

    private final Canvas canvas;

    TradePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(List<TradeMark> marks) {
        Bars bars = canvas.columns().bars();
        if (bars.size() == 0) {
            return;
        }
        List<TradeMark> seen = marks.stream().filter(this::isInView).toList();
        seen.forEach(this::shade);
        seen.forEach(this::arrows);
        seen.forEach(this::label);
    }

    private boolean isInView(TradeMark mark) {
        double end = endX(mark);
        return end >= 0 && x(mark.entry()) <= canvas.box().right();
    }

    /** The middle of the candle in which it happened. */
    private double x(Anchor anchor) {
        return canvas.columns()
                .x(Math.floor(canvas.columns().bars().columnAt(anchor.time().toEpochMilli())));
    }

    private double lastX() {
        return canvas.columns().x(canvas.columns().bars().size() - 1);
    }

    private double endX(TradeMark mark) {
        return mark.closed().map(this::x).orElse(lastX());
    }

    private double lastPrice() {
        Bars bars = canvas.columns().bars();
        return bars.close(bars.size() - 1);
    }

    private Colour colour(TradeMark mark) {
        return mark.gain(lastPrice()) >= 0
                ? canvas.theme().data().rising()
                : canvas.theme().data().falling();
    }

    private void shade(TradeMark mark) {
        double from = x(mark.entry());
        double to = endX(mark);
        double entry = canvas.y(mark.entry().price());
        double end = canvas.y(mark.closed().map(Anchor::price).orElse(lastPrice()));
        canvas.fill(
                from,
                Math.min(entry, end),
                to,
                Math.max(entry, end),
                colour(mark).opacity(0.13));
        canvas.draw(Canvas.line(from, entry, to, end), 1, Canvas.DASHES, colour(mark));
        steps(mark.stops(), to, canvas.theme().data().falling());
        steps(mark.targets(), to, canvas.theme().data().rising());
    }

    private void steps(List<Anchor> anchors, double end, Colour colour) {
        for (int i = 0; i < anchors.size(); i++) {
            double from = x(anchors.get(i));
            double to = i + 1 < anchors.size() ? x(anchors.get(i + 1)) : end;
            double y = canvas.y(anchors.get(i).price());
            canvas.across(from, Math.max(to, from + 3), y, colour.opacity(0.8));
            if (i + 1 < anchors.size()) {
                double next = canvas.y(anchors.get(i + 1).price());
                canvas.upright(to, Math.min(y, next), Math.max(y, next), colour.opacity(0.8));
            }
        }
    }

    private void arrows(TradeMark mark) {
        arrow(mark.entry(), mark.isLong(), true);
        mark.closed().ifPresent(closing -> arrow(closing, !mark.isLong(), false));
    }

    private void arrow(Anchor at, boolean up, boolean isEntry) {
        double x = x(at);
        double y = canvas.y(at.price());
        Colour colour =
                up ? canvas.theme().data().rising() : canvas.theme().data().falling();
        Path2D arrow = StudyPainter.triangle(x, y, ARROW, up);
        canvas.fill(arrow, isEntry ? colour : canvas.theme().surface().background());
        canvas.draw(arrow, 1.2, isEntry ? canvas.theme().surface().background() : colour);
        double top = up ? y : y - ARROW;
        canvas.labels().take(new Rect(x - ARROW / 2, top, ARROW, ARROW));
    }

    private void label(TradeMark mark) {
        if (mark.label().isBlank()) {
            return;
        }
        double y = canvas.y(mark.closed().map(Anchor::price).orElse(lastPrice()));
        new Label(canvas, mark.label()).near(endX(mark), y, colour(mark));
    }
}
