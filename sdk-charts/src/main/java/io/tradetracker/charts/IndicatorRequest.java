package io.tradetracker.charts;

import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of the catalogue with its parameters. Immutable.
 *
 * @param id as the catalogue lists it
 * @param parameters by name; one that is missing takes its default
 */
record IndicatorRequest(String id, Map<String, Double> parameters) {
    private static final Pattern TEXT = Pattern.compile("\\s*([A-Za-z0-9_]+)\\s*(?:\\(([^()]*)\\))?\\s*");

    IndicatorRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Reads {@code sma}, {@code sma(20)}, {@code bollinger(20,2)} or {@code bollinger(period=20,factor=2)}. */
    static IndicatorRequest parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new ChartException("indicator '" + text + "' must be like sma(20) or bollinger(period=20,factor=2)");
        }
        String id = Objects.requireNonNull(matcher.group(1)).toLowerCase(Locale.ROOT);
        IndicatorSpec spec = spec(id);
        return new IndicatorRequest(id, parameters(text, spec, matcher.group(2)));
    }

    static IndicatorSpec spec(String id) {
        return IndicatorCatalogue.find(id)
                .orElseThrow(() -> new ChartException("there is no indicator '" + id + "'" + near(id)
                        + "; the catalogue lists " + IndicatorCatalogue.all().size()
                        + ", which `tradetracker indicators` and IndicatorCatalogue.all() show"));
    }

    IndicatorSpec spec() {
        return spec(id);
    }

    /** {@return its name for the legend, such as {@code "SMA 20"}} */
    String label() {
        IndicatorSpec spec = spec();
        StringBuilder text = new StringBuilder(shortTitle(spec));
        for (IndicatorSpec.Parameter parameter : spec.parameters()) {
            text.append(' ').append(number(parameters.getOrDefault(parameter.name(), parameter.defaultValue())));
        }
        return text.toString();
    }

    private static String shortTitle(IndicatorSpec spec) {
        return spec.id().length() <= 5 ? spec.id().toUpperCase(Locale.ROOT) : spec.title();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Map<String, Double> parameters(String text, IndicatorSpec spec, @Nullable String list) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (list == null || list.isBlank()) {
            return parameters;
        }
        List<String> parts = List.of(list.split(",", -1));
        if (parts.size() > spec.parameters().size()) {
            throw new ChartException("indicator '" + text + "' has " + parts.size() + " parameters, but " + spec.id()
                    + " takes " + names(spec));
        }
        for (int i = 0; i < parts.size(); i++) {
            String[] pair = parts.get(i).split("=", 2);
            String name = pair.length == 2
                    ? pair[0].strip()
                    : spec.parameters().get(i).name();
            parameters.put(name, value(text, pair[pair.length - 1].strip()));
        }
        return parameters;
    }

    private static double value(String text, String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new ChartException("'" + number + "' of indicator '" + text + "' must be a number", e);
        }
    }

    private static String names(IndicatorSpec spec) {
        return spec.parameters().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        spec.parameters().stream()
                                .map(IndicatorSpec.Parameter::name)
                                .toList());
    }

    private static String near(String id) {
        List<String> near = IndicatorCatalogue.all().stream()
                .map(IndicatorSpec::id)
                .filter(each -> each.contains(id) || id.contains(each))
                .limit(5)
                .toList();
        return near.isEmpty() ? "" : "; near are " + String.join(", ", near);
    }
}
