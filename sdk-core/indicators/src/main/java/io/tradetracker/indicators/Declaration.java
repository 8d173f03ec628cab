package io.tradetracker.indicators;

import java.util.StringJoiner;

/** Checks the arguments of declarations and writes their canonical keys. */
final class Declaration {
    static final int LONGEST_PERIOD = 100_000;

    private Declaration() {}

    static int period(int period) {
        return period("period", period);
    }

    static int period(String name, int period) {
        if (period < 1 || period > LONGEST_PERIOD) {
            throw new IllegalArgumentException(name + " " + period + " must be 1 to " + LONGEST_PERIOD + " candles");
        }
        return period;
    }

    static double factor(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + " must be a finite number");
        }
        return factor;
    }

    static String key(String name, Object... arguments) {
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
