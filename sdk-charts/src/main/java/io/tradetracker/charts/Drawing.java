package io.tradetracker.charts;

import java.time.Instant;

/** What a person draws on a pane. A label may be empty. */
public sealed interface Drawing {
    /** {@return its colour} */
    Colour colour();

    /**
     * A line at one price, with a tag at the axis.
     *
     * @param price finite
     */
    record HorizontalLine(double price, String label, Colour colour) implements Drawing {
        /** @throws ChartException when the price is not finite */
        public HorizontalLine {
            requireFinite("price", price);
        }
    }

    /** A line at one moment. */
    record VerticalLine(Instant time, String label, Colour colour) implements Drawing {}

    /**
     * A straight line between two places.
     *
     * @param extend whether it goes on beyond {@code to}, to the edge
     */
    record TrendLine(Anchor from, Anchor to, boolean extend, String label, Colour colour) implements Drawing {}

    /**
     * Two parallel lines with the area between them filled.
     *
     * @param height from the line to the parallel one, in price units; below zero when that is under it
     */
    record Channel(Anchor from, Anchor to, double height, String label, Colour colour) implements Drawing {
        /** @throws ChartException when the height is not finite */
        public Channel {
            requireFinite("height", height);
        }
    }

    /** A rectangle between two corners, filled. */
    record Zone(Anchor from, Anchor to, String label, Colour colour) implements Drawing {}

    /** The retracements of a move, lines from its end to the edge: 0, 23.6, 38.2, 50, 61.8, 78.6 and 100 per cent. */
    record Fibonacci(Anchor from, Anchor to, Colour colour) implements Drawing {}

    /** A text in a small box beside its place. */
    record Text(Anchor at, String text, Colour colour) implements Drawing {}

    /**
     * An arrow whose tip is at its place.
     *
     * @param up whether it points upwards, from below
     */
    record Arrow(Anchor at, boolean up, String label, Colour colour) implements Drawing {}

    private static void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new ChartException(what + " " + number + " of a drawing must be finite");
        }
    }
}
