package io.tradetracker.indicators.chartpattern;

import java.util.ArrayList;
import java.util.List;

/** A pattern while it is put together, in the prices of a look. */
final class Draft {
    private final Look look;
    private final ChartPattern pattern;
    private final List<Formation.Point> points = new ArrayList<>();
    private final List<Formation.Line> lines = new ArrayList<>();
    private boolean joined;
    private double confidence = 1;
    private double confirmation = Double.NaN;
    private double invalidation = Double.NaN;
    private double target = Double.NaN;

    Draft(Look look, ChartPattern pattern) {
        this.look = look;
        this.pattern = pattern;
    }

    Formation.Point point(int candle, double price, String label) {
        return new Formation.Point(candle, look.tape.time(candle), look.sign * price, label);
    }

    /** Adds pivots as key points, named from the oldest on. */
    Draft pivots(int oldest, String... labels) {
        for (int i = 0; i < labels.length; i++) {
            points.add(point(look.at(oldest - i), look.price(oldest - i), labels[i]));
        }
        return this;
    }

    Draft add(int candle, double price, String label) {
        points.add(point(candle, price, label));
        return this;
    }

    Draft line(LineFit fit, int from, int to, String label) {
        lines.add(new Formation.Line(point(from, fit.at(from), ""), point(to, fit.at(to), ""), label));
        return this;
    }

    Draft joined() {
        joined = true;
        return this;
    }

    /** Lowers the confidence by how much of what is allowed something is off. */
    Draft off(double distance, double allowed) {
        confidence = Math.min(confidence, Math.clamp(1 - Math.abs(distance) / allowed, 0, 1));
        return this;
    }

    Draft levels(double confirmed, double invalid, double measured) {
        confirmation = look.sign * confirmed;
        invalidation = look.sign * invalid;
        target = look.sign * measured;
        return this;
    }

    Formation known() {
        int now = look.now();
        return new Formation(
                pattern,
                pattern.direction(),
                points,
                lines,
                joined,
                confidence,
                confirmation,
                invalidation,
                target,
                now,
                look.tape.time(now));
    }
}
