package io.tradetracker.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads types of charts. */
final class ChartTypeText {
    private static final Pattern TEXT = Pattern.compile("\\s*([A-Za-z_-]+)\\s*(?:\\(([^()]*)\\))?\\s*");

    private ChartTypeText() {}

    static ChartType parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        String name = Objects.requireNonNull(matcher.group(1))
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        List<Double> numbers = numbers(text, matcher.group(2));
        return switch (name) {
            case "candlestick" -> plain(text, numbers, new ChartType.Candlestick());
            case "hollow" -> plain(text, numbers, new ChartType.Hollow());
            case "bars" -> plain(text, numbers, new ChartType.OhlcBars());
            case "line" -> plain(text, numbers, new ChartType.Line());
            case "area" -> plain(text, numbers, new ChartType.Area());
            case "heikin_ashi" -> plain(text, numbers, new ChartType.HeikinAshi());
            case "renko" -> new ChartType.Renko(number(text, numbers, 1, 0, 0));
            case "point_and_figure" ->
                new ChartType.PointAndFigure(number(text, numbers, 2, 0, 0), reversal(text, numbers));
            default -> throw unknown(text);
        };
    }

    private static List<Double> numbers(String text, @Nullable String list) {
        if (list == null || list.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(list.split(",", -1)).map(Double::valueOf).toList();
        } catch (NumberFormatException wrong) {
            throw new ChartException("chart type '" + text + "' must have numbers in its brackets", wrong);
        }
    }

    private static ChartType plain(String text, List<Double> numbers, ChartType type) {
        if (!numbers.isEmpty()) {
            throw new ChartException("chart type '" + text + "' takes no numbers");
        }
        return type;
    }

    private static double number(String text, List<Double> numbers, int most, int at, double otherwise) {
        if (numbers.size() > most) {
            throw new ChartException("chart type '" + text + "' takes at most " + most + " numbers");
        }
        return at < numbers.size() ? numbers.get(at) : otherwise;
    }

    private static int reversal(String text, List<Double> numbers) {
        double boxes = number(text, numbers, 2, 1, 3);
        if (boxes != Math.rint(boxes)) {
            throw new ChartException("the reversal of chart type '" + text + "' must be a whole number of boxes");
        }
        return (int) boxes;
    }

    private static ChartException unknown(String text) {
        return new ChartException("there is no chart type '" + text + "'; there are candlestick, hollow, bars, line, "
                + "area, heikin_ashi, renko(brick) and point_and_figure(box,reversal)");
    }
}
