package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of indicator: how it is called, what it asks for and what it gives. Immutable.
 *
 * @param id the name in code and files, such as {@code "bollinger"}
 * @param title the name for people
 * @param group what it tells of
 * @param source what it is computed from unless told otherwise; null when it reads whole candles
 * @param parameters what can be set, in the order of its canonical name
 * @param outputs what it gives, in order; an only one is called {@code "value"}
 * @param pane where it is drawn unless told otherwise
 * @param definition how it is computed, where n is the parameter {@code period}
 * @param firstValue at which candle (or value of its source) there is a value for the first time, counted from 1
 * @param origin who described it where
 */
public record IndicatorSpec(
        String id,
        String title,
        IndicatorGroup group,
        @Nullable PriceField source,
        List<Parameter> parameters,
        List<Output> outputs,
        IndicatorPane pane,
        String definition,
        String firstValue,
        String origin) {
    /** Makes it immutable. */
    public IndicatorSpec {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** {@return whether it can be computed from any source} */
    public boolean takesSource() {
        return source != null;
    }

    /** {@return the parameter of that name} */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * What can be set.
     *
     * @param name such as {@code "period"}
     * @param whole whether it counts candles
     * @param defaultValue the value when none is given
     * @param lowest the lowest value allowed
     * @param highest the highest value allowed
     */
    public record Parameter(String name, boolean whole, double defaultValue, double lowest, double highest) {}

    /**
     * What an indicator gives.
     *
     * @param name such as {@code "upper"}
     * @param style how it is drawn unless told otherwise
     * @param colour {@code #rrggbb}
     */
    public record Output(String name, Style style, String colour) {}

    /** How an output is drawn. */
    public enum Style {
        /** From value to value. */
        LINE,
        /** A column from zero. */
        COLUMN,
        /** A dot at each candle. */
        DOT,
        /** From value to value without slopes: it stays, then jumps. */
        STEP,
        /** A mark at a candle whose value is not 0. */
        MARK,
        /** Not drawn: it tells a state. */
        HIDDEN
    }
}
