package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text beside a place, where there is room for it; left out where there is none. */
final class Label {
    private static final double ROOM = 3;

    private final Canvas canvas;
    private final String text;

    Label(Canvas canvas, String text) {
        this.canvas = canvas;
        this.text = text;
    }

    /** Writes it above the place, below, or to either side, whichever is free first. */
    void near(double x, double y, Colour colour) {
        if (text.isBlank()) {
            return;
        }
        double width = canvas.lettering().width(text) + 2 * ROOM;
        double height = canvas.lettering().height() + 2;
        List<Rect> places = new ArrayList<>();
        for (double away : new double[] {4, 14, 26, 40}) {
            places.add(new Rect(x - width / 2, y - away - height, width, height));
            places.add(new Rect(x - width / 2, y + away, width, height));
            places.add(new Rect(x + away, y - height / 2, width, height));
            places.add(new Rect(x - away - width, y - height / 2, width, height));
        }
        write(canvas.labels().takeFirst(canvas.box(), places), colour);
    }

    /** Writes it above or below the place, beginning there, or ending there where the pane ends. */
    void from(double x, double y, Colour colour) {
        if (text.isBlank()) {
            return;
        }
        double width = canvas.lettering().width(text) + 2 * ROOM;
        double height = canvas.lettering().height() + 2;
        double left = Math.max(canvas.box().x(), Math.min(x, canvas.box().right() - width));
        List<Rect> places = new ArrayList<>();
        for (double away : new double[] {2, 2 + height, 2 + 2 * height}) {
            places.add(new Rect(left, y - away - height, width, height));
            places.add(new Rect(left, y + away, width, height));
        }
        write(canvas.labels().takeFirst(canvas.box(), places), colour);
    }

    private void write(Optional<Rect> place, Colour colour) {
        place.ifPresent(at -> {
            canvas.fill(
                    at.x(),
                    at.y(),
                    at.right(),
                    at.bottom(),
                    canvas.theme().surface().background().opacity(0.75));
            canvas.lettering().draw(canvas.graphics(), text, at.x() + ROOM, at.y() + at.height() / 2, colour);
        });
    }
}
