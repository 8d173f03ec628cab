package io.tradetracker.api.parameter;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Timeframe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value for each parameter of a strategy, checked against its specification. Immutable.
 *
 * <p>Generated code reads it to make the author's record; values travel as text so that no plugin type crosses the
 * border.
 */
public final class ParameterValues {
    private final Map<String, String> values;

    private ParameterValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Completes given values with defaults and checks them all.
     *
     * @param specs the parameters a strategy has
     * @param given some of their values, by name
     * @return one value for each specification, in their order
     * @throws TradeTrackerException BAD_PARAMETER, naming every fault at once
     */
    public static ParameterValues of(List<ParameterSpec> specs, Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            String value = given.getOrDefault(spec.name(), spec.defaultValue());
            String fault = spec.faultOf(value);
            if (fault != null) {
                faults.add(fault);
            }
            values.put(spec.name(), value);
        }
        given.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .sorted()
                .forEach(name -> faults.add("parameter " + name + " is unknown; there is "
                        + (values.isEmpty() ? "none" : String.join(", ", values.keySet()))));
        if (!faults.isEmpty()) {
            throw new TradeTrackerException(ApiError.BAD_PARAMETER, String.join("; ", faults));
        }
        return new ParameterValues(values);
    }

    /** {@return the value of a whole-number parameter} */
    public int integer(String name) {
        return Math.toIntExact(longInteger(name));
    }

    /** {@return the value of a whole-number parameter} */
    public long longInteger(String name) {
        return Long.parseLong(text(name));
    }

    /** {@return the value of a number parameter} */
    public double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    /** {@return the value of a yes-or-no parameter} */
    public boolean bool(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** {@return the value of a timeframe parameter} */
    public Timeframe timeframe(String name) {
        return Timeframe.parse(text(name));
    }

    /**
     * {@return the value as text}
     *
     * @throws IllegalArgumentException when there is no such parameter
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }

    /** {@return all values as text by name, in the order of the specifications} */
    public Map<String, String> toMap() {
        return new LinkedHashMap<>(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    /** {@return the values as {@code {name=value, …}}} */
    @Override
    public String toString() {
        return values.toString();
    }
}
