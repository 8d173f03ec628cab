package io.tradetracker.core.export;

import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.SweepSurface;
import java.util.List;
import java.util.Locale;

/** A figure over two parameters as a picture: an SVG file of its own, one coloured field for each pair of values. */
public final class SurfacePicture {
    private static final double LEFT = 72;
    private static final double TOP = 40;
    private static final double WIDTH = 960;
    private static final double LARGEST_FIELD = 64;
    private static final double FIELD_WITH_TEXT = 38;

    private final SweepSurface surface;
    private final double width;
    private final double height;
    private final double largest;
    private final StringBuilder svg = new StringBuilder();

    private SurfacePicture(SweepSurface surface) {
        this.surface = surface;
        width = Math.min(LARGEST_FIELD, (WIDTH - LEFT) / surface.x().values().size());
        height = Math.max(Math.min(width, 26), Math.min(6, width));
        largest = surface.values().stream()
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    /** {@return the picture: green above zero, red below, the stronger the further; empty where nothing ran} */
    public static String svg(SweepSurface surface) {
        return new SurfacePicture(surface).draw();
    }

    private String draw() {
        int columns = surface.x().values().size();
        int lines = surface.y().values().size();
        double right = LEFT + columns * width;
        double bottom = TOP + lines * height;
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" font-family=\""
                        + "system-ui,sans-serif\" font-size=\"11\" text-anchor=\"middle\">",
                right + 16, bottom + 40);
        append("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        append("<text x=\"%.1f\" y=\"22\" font-size=\"14\">%s</text>", (LEFT + right) / 2, title());
        for (int line = 0; line < lines; line++) {
            // the highest value of y on top, as on an axis
            double y = bottom - (line + 1) * height;
            label(
                    line,
                    lines,
                    14 / height,
                    LEFT - 20,
                    y + height / 2 + 4,
                    surface.y().values().get(line));
            for (int column = 0; column < columns; column++) {
                field(LEFT + column * width, y, surface.values().get(line).get(column));
            }
        }
        for (int column = 0; column < columns; column++) {
            String value = surface.x().values().get(column);
            label(column, columns, 30 / width, LEFT + (column + 0.5) * width, bottom + 14, value);
        }
        append(
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                (LEFT + right) / 2, bottom + 32, escaped(surface.x().name()));
        double middle = (TOP + bottom) / 2;
        append(
                "<text x=\"14\" y=\"%.1f\" transform=\"rotate(-90 14 %.1f)\">%s</text></svg>\n",
                middle, middle, escaped(surface.y().name()));
        return svg.toString();
    }

    private String title() {
        return escaped(surface.statistic().label() + " by " + surface.x().name() + " and "
                + surface.y().name());
    }

    /** Every label where there is room, else every second, third … */
    private void label(int i, int count, double needed, double x, double y, String text) {
        int every = Math.max(1, (int) Math.ceil(needed));
        if (i % every == 0 || count <= 2) {
            append("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, escaped(text));
        }
    }

    private void field(double x, double y, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        append(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, width - 1, height - 1, colour(value));
        if (width >= FIELD_WITH_TEXT) {
            String fill = strength(value) > 0.6 ? "#fff" : "#222";
            append(
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
                    x + width / 2, y + height / 2 + 4, fill, text(value));
        }
    }

    private double strength(double value) {
        return largest == 0 || !Double.isFinite(value) ? 0 : Math.abs(value) / largest;
    }

    private String colour(double value) {
        double strength = strength(value);
        int[] end = value < 0 ? new int[] {0xb7, 0x1c, 0x1c} : new int[] {0x00, 0x69, 0x5c};
        int[] colour = new int[3];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = (int) Math.round(0xf2 + (end[i] - 0xf2) * strength);
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
    }

    private String text(double value) {
        boolean money = surface.statistic().unit() == Statistic.Unit.MONEY
                || surface.statistic().unit() == Statistic.Unit.COUNT;
        return String.format(Locale.ROOT, money ? "%.0f" : "%.2f", value);
    }

    private static String escaped(String text) {
        return Html.escape(text);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
