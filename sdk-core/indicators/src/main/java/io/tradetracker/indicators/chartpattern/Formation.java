package io.tradetracker.indicators.chartpattern;

import java.util.List;

/**
 * A chart pattern that was found. Candles are counted from 0, the first that the scan saw. Immutable.
 *
 * @param pattern which
 * @param direction 1 when rising prices are expected, −1 for falling ones; 0 while it may break either way
 * @param points its key points, oldest first; all at or before {@code knownAt}
 * @param lines its borders and necklines
 * @param joined whether its points, joined in order, draw its shape
 * @param confidence how well the candles fit the definition, 0 to 1: 1 when they fit exactly, 0 at the edge of what is
 *     allowed. It says nothing of how likely the target is; the study of patterns measures that
 * @param confirmation the price beyond which a close, in the direction, confirms it; NaN where there is no such price
 * @param invalidation the price beyond which a close, against the direction, ends it; NaN where there is no such price
 * @param target the measured target; NaN where there is none
 * @param knownAt the candle with whose close it became known
 * @param knownAtMillis when that candle opened, in milliseconds since 1970 UTC
 */
public record Formation(
        ChartPattern pattern,
        int direction,
        List<Point> points,
        List<Line> lines,
        boolean joined,
        double confidence,
        double confirmation,
        double invalidation,
        double target,
        int knownAt,
        long knownAtMillis) {
    /**
     * Makes the lists immutable.
     *
     * @throws IllegalArgumentException when there is no point, one is after {@code knownAt}, or the confidence is not
     *     within 0 to 1
     */
    public Formation {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        if (points.isEmpty()) {
            throw new IllegalArgumentException(pattern.id() + " needs at least one point");
        }
        for (Point point : points) {
            if (point.candle() > knownAt) {
                throw new IllegalArgumentException(pattern.id() + " known at candle " + knownAt
                        + " must not have a point after it, but has one at " + point.candle());
            }
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " must be 0 to 1");
        }
    }

    /** {@return its first candle} */
    public int firstCandle() {
        return points.getFirst().candle();
    }

    /**
     * A price at a candle.
     *
     * @param candle counted from 0, the first that the scan saw
     * @param timeMillis when it opened, in milliseconds since 1970 UTC
     * @param price a price
     * @param label what the point is, such as {@code "head"}; may be empty
     */
    public record Point(int candle, long timeMillis, double price, String label) {}

    /**
     * A straight line between two points. It may be drawn on beyond its end.
     *
     * @param from its older end
     * @param to its newer end, at a later candle
     * @param label what the line is, such as {@code "neckline"}; may be empty
     */
    public record Line(Point from, Point to, String label) {
        /** {@return the price of the line at a candle, also beyond its ends} */
        public double at(int candle) {
            double slope = (to.price() - from.price()) / Math.max(1, to.candle() - from.candle());
            return from.price() + slope * (candle - from.candle());
        }
    }
}
