package io.tradetracker.api.parameter;

import io.tradetracker.api.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a strategy, as data: enough for validation, a form, a sweep and documentation. Immutable.
 *
 * @param name the record component's name
 * @param type what it holds
 * @param label what a form shows
 * @param help one sentence, may be empty
 * @param unit such as {@code candles}, may be empty
 * @param defaultValue as text, itself valid
 * @param min smallest value for numbers, null when unbounded
 * @param max largest value for numbers, null when unbounded
 * @param step a form's step, null when any
 * @param choices the values of a CHOICE, else empty
 */
public record ParameterSpec(
        String name,
        ParameterType type,
        String label,
        String help,
        String unit,
        String defaultValue,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        List<String> choices) {
    private static final int MAX_TEXT = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9eE.+-]+");

    /** @throws IllegalArgumentException when the default itself is not valid */
    public ParameterSpec {
        choices = List.copyOf(choices);
        String fault = fault(name, type, min, max, choices, defaultValue);
        if (fault != null) {
            throw new IllegalArgumentException("default of " + fault);
        }
    }

    /** {@return a builder; what a later version adds gets a default there, so plugins use it} */
    public static Builder builder(String name, ParameterType type, String defaultValue) {
        return new Builder(name, type, defaultValue);
    }

    /** {@return a whole number between two bounds} */
    public static ParameterSpec integer(String name, long defaultValue, long min, long max) {
        return builder(name, ParameterType.INTEGER, Long.toString(defaultValue))
                .min(BigDecimal.valueOf(min))
                .max(BigDecimal.valueOf(max))
                .build();
    }

    /**
     * {@return what is wrong with a value, as a sentence that names the parameter and what it allows; null when nothing
     * is}
     */
    public @Nullable String faultOf(String value) {
        return fault(name, type, min, max, choices, value);
    }

    private static @Nullable String fault(
            String name,
            ParameterType type,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<String> choices,
            String value) {
        String expected = expected(type, min, max, choices, value);
        return expected == null
                ? null
                : "parameter " + name + " must be " + expected + ", but was '" + shorten(value) + "'";
    }

    private static @Nullable String expected(
            ParameterType type,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<String> choices,
            String value) {
        if (type.equals(ParameterType.INTEGER) || type.equals(ParameterType.DECIMAL)) {
            boolean whole = type.equals(ParameterType.INTEGER);
            return numberFits(value, whole, min, max)
                    ? null
                    : (whole ? "a whole number" : "a number") + range(min, max);
        }
        if (type.equals(ParameterType.BOOLEAN)) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
        if (type.equals(ParameterType.CHOICE)) {
            return choices.contains(value) ? null : "one of " + String.join(", ", choices);
        }
        if (type.equals(ParameterType.TIMEFRAME)) {
            return isTimeframe(value) ? null : "a timeframe such as 5m, 1h or 1d";
        }
        return value.length() <= MAX_TEXT ? null : "at most " + MAX_TEXT + " characters";
    }

    private static boolean numberFits(String value, boolean whole, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (value.length() > 40 || !NUMBER.matcher(value).matches()) {
            return false;
        }
        try {
            BigDecimal number = whole ? BigDecimal.valueOf(Long.parseLong(value)) : new BigDecimal(value);
            return Double.isFinite(number.doubleValue())
                    && (min == null || number.compareTo(min) >= 0)
                    && (max == null || number.compareTo(max) <= 0);
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null) {
            return " from " + min.toPlainString() + " to " + max.toPlainString();
        }
        if (min != null) {
            return " of at least " + min.toPlainString();
        }
        return max == null ? "" : " of at most " + max.toPlainString();
    }

    private static boolean isTimeframe(String value) {
        try {
            Timeframe.parse(value);
            return true;
        } catch (IllegalArgumentException notATimeframe) {
            return false;
        }
    }

    private static String shorten(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    /** Collects what is known about a parameter. Not safe for several threads. */
    public static final class Builder {
        private final String name;
        private final ParameterType type;
        private final String defaultValue;
        private String label;
        private String help = "";
        private String unit = "";
        private @Nullable BigDecimal min;
        private @Nullable BigDecimal max;
        private @Nullable BigDecimal step;
        private List<String> choices = List.of();

        private Builder(String name, ParameterType type, String defaultValue) {
            this.name = name;
            this.type = type;
            this.defaultValue = defaultValue;
            label = name;
        }

        /** Sets what people read beside it; its name by default. */
        public Builder label(String text) {
            label = text;
            return this;
        }

        /** Sets a sentence of help; empty by default. */
        public Builder help(String text) {
            help = text;
            return this;
        }

        /** Sets its unit; empty by default. */
        public Builder unit(String text) {
            unit = text;
            return this;
        }

        /** Sets the smallest value; null, the default, for none. */
        public Builder min(@Nullable BigDecimal bound) {
            min = bound;
            return this;
        }

        /** Sets the largest value; null, the default, for none. */
        public Builder max(@Nullable BigDecimal bound) {
            max = bound;
            return this;
        }

        /** Sets a form's step; null, the default, for any. */
        public Builder step(@Nullable BigDecimal size) {
            step = size;
            return this;
        }

        /** Sets the values of a CHOICE; none by default. */
        public Builder choices(List<String> values) {
            choices = List.copyOf(values);
            return this;
        }

        /**
         * {@return the parameter}
         *
         * @throws IllegalArgumentException when the default itself is not valid
         */
        public ParameterSpec build() {
            return new ParameterSpec(name, type, label, help, unit, defaultValue, min, max, step, choices);
        }
    }
}
