package io.tradetracker.docs.fills;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.OrderSide;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws a case: its candles, the prices it waits for, and each fill where it happened. */
final class FillPicture {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 200;
    private static final String STYLE = "<style>.c{stroke:#5F6B81;stroke-width:1.5}.u{fill:#00778A}.d{fill:#A23B08}"
            + ".l{stroke:#8A94A6;stroke-dasharray:4 3}text{font:12px system-ui,sans-serif;fill:#475267}"
            + ".b{font-weight:600;fill:#121926}"
            + "@media(prefers-color-scheme:dark){text{fill:#A7B2C6}.b{fill:#E9EDF5}}</style>";

    private final FillCase fillCase;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private FillPicture(FillCase fillCase) {
        this.fillCase = fillCase;
        low = fillCase.candles().stream().mapToDouble(c -> c[2]).min().orElse(0) - 1;
        high = fillCase.candles().stream().mapToDouble(c -> c[1]).max().orElse(1) + 1;
    }

    static String of(FillCase fillCase) {
        return new FillPicture(fillCase).draw();
    }

    private String draw() {
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\">",
                WIDTH, HEIGHT, WIDTH);
        svg.append(STYLE);
        for (Map.Entry<String, Double> level : new TreeMap<>(fillCase.levels()).entrySet()) {
            append(
                    "<line class=\"l\" x1=\"0\" x2=\"300\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    y(level.getValue()), y(level.getValue()));
            append("<text x=\"306\" y=\"%.1f\">%s</text>", y(level.getValue()) + 4, level.getKey());
        }
        for (int i = 0; i < fillCase.candles().size(); i++) {
            candle(i, fillCase.candles().get(i));
        }
        append("<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">decides</text>", x(0), HEIGHT - 4);
        fillCase.fills().forEach(this::fill);
        return svg + "</svg>\n";
    }

    private void candle(int i, double[] c) {
        append("<line class=\"c\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x(i), x(i), y(c[1]), y(c[2]));
        append(
                "<rect class=\"c %s\" x=\"%.1f\" y=\"%.1f\" width=\"24\" height=\"%.1f\" fill-opacity=\".35\"/>",
                c[3] >= c[0] ? "u" : "d", x(i) - 12, y(Math.max(c[0], c[3])), Math.max(1, Math.abs(y(c[0]) - y(c[3]))));
    }

    private void fill(Fill fill) {
        double hours = fill.time().toEpochMilli() / (double) Timeframe.H1.millis();
        int i = (int) Math.min(hours, fillCase.candles().size() - 1);
        double price = fill.price().doubleValue();
        boolean buy = fill.side() == OrderSide.BUY;
        double x = x(i) - 16;
        append("<path class=\"%s\" d=\"M%.1f %.1f l-10 -6 v12 Z\"/>", buy ? "u" : "d", x, y(price));
        append(
                "<text class=\"b\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s %s</text>",
                x - 12, y(price) + 4, buy ? "buy" : "sell", fill.price().toPlainString());
    }

    private double x(int i) {
        List<double[]> candles = fillCase.candles();
        return 60 + i * 210.0 / Math.max(1, candles.size() - 1);
    }

    private double y(double price) {
        return 10 + (HEIGHT - 40) * (high - price) / (high - low);
    }

    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
