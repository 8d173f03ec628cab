package io.tradetracker.indicators;

import io.tradetracker.indicators.IndicatorSpec.Parameter;
import java.util.List;
import java.util.StringJoiner;

/** Checks the arguments of declarations and writes their canonical keys. */
final class Declaration {
    static final int LONGEST_PERIOD = 100_000;

    private Declaration() {}

    static double checked(String indicator, Parameter parameter, double value) {
        if (parameter.whole()) {
            requireWhole(indicator, parameter, value);
        } else if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(parameter.name() + " " + value + " must be a finite number");
        } else if (value < parameter.lowest() || value > parameter.highest()) {
            throw new IllegalArgumentException(indicator + ": " + parameter.name() + " " + shortest(value) + " must be "
                    + shortest(parameter.lowest()) + " to " + shortest(parameter.highest()));
        }
        return value;
    }

    private static void requireWhole(String indicator, Parameter parameter, double value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(
                    indicator + ": " + parameter.name() + " " + value + " must be a whole number");
        }
        if (value < parameter.lowest() || value > parameter.highest()) {
            throw new IllegalArgumentException(parameter.name() + " " + (long) value + " must be "
                    + (long) parameter.lowest() + " to " + (long) parameter.highest() + " candles");
        }
    }

    /** {@return the canonical name of a declaration; without arguments just the name} */
    static String key(String name, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return name;
        }
        StringJoiner key = new StringJoiner(",", name + "(", ")");
        for (Object argument : arguments) {
            key.add(argument instanceof Double number ? shortest(number) : argument.toString());
        }
        return key.toString();
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
