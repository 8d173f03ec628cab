package io.tradetracker.indicators;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The parameters that were given for an indicator of the catalogue; remembers which ones it has. */
final class NamedParameters {
    private final String indicator;
    private final Map<String, Double> given;
    private final Set<String> used = new LinkedHashSet<>();

    NamedParameters(String indicator, Map<String, Double> given) {
        this.indicator = indicator;
        this.given = given;
    }

    String indicator() {
        return indicator;
    }

    int period(String name, int otherwise) {
        double value = number(name, otherwise);
        int period = (int) value;
        if (period != value) {
            throw new IllegalArgumentException(indicator + ": " + name + " " + value + " must be a whole number");
        }
        return Declaration.period(name, period);
    }

    double number(String name, double otherwise) {
        used.add(name);
        return given.getOrDefault(name, otherwise);
    }

    void requireAllUsed() {
        for (String name : given.keySet()) {
            if (!used.contains(name)) {
                throw new IllegalArgumentException("indicator '" + indicator + "' has no parameter '" + name
                        + "'; there is " + String.join(", ", used));
            }
        }
    }
}
