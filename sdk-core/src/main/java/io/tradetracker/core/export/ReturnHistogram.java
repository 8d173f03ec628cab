package io.tradetracker.core.export;

import io.tradetracker.core.report.RoundTrip;
import java.util.List;
import java.util.Locale;

/** How many round trips ended with which return. */
final class ReturnHistogram {
    private static final int BARS = 24;
    private static final double WIDTH = 520;
    private static final double HEIGHT = 200;

    private ReturnHistogram() {}

    static String of(List<RoundTrip> trips) {
        if (trips.isEmpty()) {
            return "<p class=\"sub\">There was no round trip.</p>";
        }
        double worst = Math.min(
                0, trips.stream().mapToDouble(RoundTrip::returnPercent).min().orElse(0));
        double best = Math.max(
                0, trips.stream().mapToDouble(RoundTrip::returnPercent).max().orElse(0));
        double width = Math.max((best - worst) / BARS, 1e-9);
        int below = (int) Math.ceil(-worst / width);
        int[] counts = new int[below + (int) Math.floor(best / width) + 1];
        trips.forEach(trip -> counts[below + (int) Math.floor(trip.returnPercent() / width)]++);
        return draw(counts, below, width);
    }

    private static String draw(int[] counts, int below, double width) {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"Returns of round trips\">",
                WIDTH,
                HEIGHT + 24));
        double bar = WIDTH / counts.length;
        for (int i = 0; i < counts.length; i++) {
            double height = (HEIGHT - 8) * counts[i] / most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\">"
                            + "<title>%d from %.2f %% to %.2f %%</title></rect>",
                    i < below ? "loss" : "win",
                    i * bar + 1,
                    HEIGHT - height,
                    Math.max(1, bar - 2),
                    height,
                    counts[i],
                    (i - below) * width,
                    (i - below + 1) * width));
        }
        axis(svg, below * bar, counts.length, below, width);
        return svg.append("</svg>").toString();
    }

    private static void axis(StringBuilder svg, double zero, int bars, int below, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"0\" x2=\"%.0f\" y1=\"%.0f\" y2=\"%.0f\"/>",
                WIDTH,
                HEIGHT,
                HEIGHT));
        label(svg, 0, "start", -below * width);
        label(svg, WIDTH, "end", (bars - below) * width);
        if (zero > WIDTH * 0.15 && zero < WIDTH * 0.85) {
            label(svg, zero, "middle", 0);
        }
    }

    private static void label(StringBuilder svg, double x, String anchor, double percent) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"%s\">%.1f %%</text>",
                x,
                HEIGHT + 18,
                anchor,
                percent == 0 ? 0 : percent));
    }
}
