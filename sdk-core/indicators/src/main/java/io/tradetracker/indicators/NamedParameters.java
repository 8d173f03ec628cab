package io.tradetracker.indicators;

import io.tradetracker.indicators.IndicatorSpec.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a declaration, checked, with defaults for those that were not given. */
final class NamedParameters {
    private NamedParameters() {}

    /**
     * {@return every parameter of the kind, in its order}
     *
     * @throws IllegalArgumentException when one is given that there is not, or a value is not allowed
     */
    static Map<String, Double> complete(IndicatorSpec spec, Map<String, Double> given) {
        for (String name : given.keySet()) {
            if (spec.parameter(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "indicator '" + spec.id() + "' has no parameter '" + name + "'; there is " + names(spec));
            }
        }
        Map<String, Double> all = new LinkedHashMap<>();
        for (Parameter parameter : spec.parameters()) {
            double value = given.getOrDefault(parameter.name(), parameter.defaultValue());
            all.put(parameter.name(), Declaration.checked(spec.id(), parameter, value));
        }
        return all;
    }

    /** {@return the same from values in the order of the kind} */
    static Map<String, Double> inOrder(IndicatorSpec spec, double... values) {
        Map<String, Double> given = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            given.put(spec.parameters().get(i).name(), values[i]);
        }
        return complete(spec, given);
    }

    private static String names(IndicatorSpec spec) {
        return spec.parameters().isEmpty()
                ? "none"
                : spec.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
