package io.tradetracker.core.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parameter and the values it takes in a sweep. Immutable.
 *
 * @param name of the parameter
 * @param values as text, at least one, none twice
 */
public record ParameterAxis(String name, List<String> values) {
    private static final int MOST_VALUES = 100_000;
    private static final String NUMBER = "(-?[0-9]{1,15}(?:\\.[0-9]{1,10})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");

    /** @throws IllegalArgumentException when there is no name, no value, or one twice */
    public ParameterAxis {
        values = List.copyOf(values);
        if (name.isEmpty() || values.isEmpty()) {
            throw new IllegalArgumentException("a parameter to sweep needs a name and values, such as fast=5..50:5");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("parameter " + name + " takes a value twice: " + values);
        }
    }

    /**
     * Reads {@code fast=5..50:5} (from, to, step; the step is 1 unless given), {@code fast=5,10,20} or {@code fast=10}.
     * Numbers are exact: {@code 0.1..0.3:0.1} are three.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static ParameterAxis parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' must be name=from..to:step or name=value,value, such as fast=5..50:5");
        }
        String name = text.substring(0, equals).strip();
        String what = text.substring(equals + 1).strip();
        Matcher range = RANGE.matcher(what);
        if (range.matches()) {
            String[] ends = what.split("\\.\\.|:", -1);
            return new ParameterAxis(name, range(text, ends[0], ends[1], ends.length < 3 ? "1" : ends[2]));
        }
        List<String> values = new ArrayList<>();
        for (String value : what.split(",", -1)) {
            if (value.isBlank() || value.contains("..")) {
                throw new IllegalArgumentException(
                        "'" + text + "' must be name=from..to:step or name=value,value, such as fast=5..50:5");
            }
            values.add(value.strip());
        }
        return new ParameterAxis(name, values);
    }

    private static List<String> range(String text, String from, String to, String by) {
        BigDecimal first = new BigDecimal(from);
        BigDecimal last = new BigDecimal(to);
        BigDecimal step = new BigDecimal(by);
        if (step.signum() <= 0 || last.compareTo(first) < 0) {
            throw new IllegalArgumentException("'" + text + "' must go up by a step above zero, such as fast=5..50:5");
        }
        BigDecimal count = last.subtract(first).divideToIntegralValue(step).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(MOST_VALUES)) > 0) {
            throw new IllegalArgumentException("'" + text + "' has " + count.toPlainString() + " values; at most "
                    + MOST_VALUES + " can be tried");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(plain(value));
        }
        return values;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
