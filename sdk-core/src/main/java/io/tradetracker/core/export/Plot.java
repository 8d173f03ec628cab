package io.tradetracker.core.export;

import java.time.Instant;
import java.util.Locale;

/** A drawing area with a time axis and a value axis, as SVG. */
final class Plot {
    static final double WIDTH = 1080;
    private static final double RIGHT = 72;
    private static final double BOTTOM = 24;
    private static final int MOST_POINTS = 1_080;

    private final StringBuilder svg = new StringBuilder();
    private final double height;
    private final long fromMillis;
    private final long toMillis;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Plot(double height, long fromMillis, long toMillis, String description) {
        this.height = height;
        this.fromMillis = fromMillis;
        this.toMillis = Math.max(toMillis, fromMillis + 1);
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height + BOTTOM,
                Html.escape(description)));
    }

    /** Widens the value axis. */
    Plot include(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return this;
    }

    double x(long timeMillis) {
        return (WIDTH - RIGHT) * (timeMillis - fromMillis) / (toMillis - fromMillis);
    }

    double y(double value) {
        double span = high - low;
        return span > 0 ? height - (height - 8) * (value - low) / span : height / 2;
    }

    double height() {
        return height;
    }

    /** Draws lines at round values, with their labels on the right. */
    Plot values(String format) {
        double step = step((high - low) * 60 / height);
        if (step > 0) {
            for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
                double y = y(value);
                append("<line class=\"grid\" x1=\"0\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", WIDTH - RIGHT, y, y);
                append(
                        "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                        WIDTH - RIGHT + 8, y + 4, String.format(Locale.ROOT, format, value == 0 ? 0 : value));
            }
        }
        return this;
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return Double.isFinite(power) ? power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) : 0;
    }

    /** Writes five days below. */
    Plot times() {
        for (int i = 0; i < 5; i++) {
            long time = fromMillis + (toMillis - fromMillis) * i / 4;
            String anchor = i == 0 ? "start" : i == 4 ? "end" : "middle";
            append(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                    x(time), height + 18, anchor, Html.day(Instant.ofEpochMilli(time)));
        }
        return this;
    }

    /** Draws a line through many values: of those that fall on one point of the paper, the lowest and the highest. */
    Plot line(String style, int size, Times times, Values values) {
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path(size, times, values))
                .append("\"/>");
        return this;
    }

    /** Fills between the values and zero. */
    Plot area(String style, int size, Times times, Values values) {
        String path = path(size, times, values);
        append(
                "<path class=\"%s\" d=\"%s L%.1f %.1f L%.1f %.1f Z\"/>",
                style, path, x(times.at(size - 1)), y(0), x(times.at(0)), y(0));
        return this;
    }

    private String path(int size, Times times, Values values) {
        StringBuilder path = new StringBuilder();
        int each = Math.max(1, size / MOST_POINTS);
        for (int from = 0; from < size; from += each) {
            int lowest = from;
            int highest = from;
            for (int i = from; i < Math.min(size, from + each); i++) {
                lowest = values.at(i) < values.at(lowest) ? i : lowest;
                highest = values.at(i) > values.at(highest) ? i : highest;
            }
            point(path, times, values, Math.min(lowest, highest));
            if (lowest != highest) {
                point(path, times, values, Math.max(lowest, highest));
            }
        }
        return path.toString();
    }

    private void point(StringBuilder path, Times times, Values values, int i) {
        if (Double.isFinite(values.at(i))) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x(times.at(i)), y(values.at(i))));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    Plot append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
        return this;
    }

    /** When value {@code i} was, in milliseconds since 1970 UTC. */
    @FunctionalInterface
    interface Times {
        long at(int i);
    }

    /** Value {@code i}. */
    @FunctionalInterface
    interface Values {
        double at(int i);
    }

    @Override
    public String toString() {
        return svg + "</svg>";
    }
}
