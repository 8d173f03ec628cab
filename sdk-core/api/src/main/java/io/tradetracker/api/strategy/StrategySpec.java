package io.tradetracker.api.strategy;

import io.tradetracker.api.parameter.ParameterSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A strategy as data: what a list, a form or a sweep needs to know without running it. Immutable.
 *
 * @param id 1 to 64 lower-case letters, digits and dashes
 * @param name what people read
 * @param summary one or two sentences
 * @param parameters in the order of the author's record
 */
public record StrategySpec(String id, String name, String summary, List<ParameterSpec> parameters) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** {@return a strategy; what a later version adds gets a default here, so plugins use it} */
    public static StrategySpec of(String id, String name, String summary, List<ParameterSpec> parameters) {
        return new StrategySpec(id, name, summary, parameters);
    }

    /** @throws IllegalArgumentException when the id is not valid or two parameters share a name */
    public StrategySpec {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "strategy id '" + id + "' must be 1 to 64 of a-z, 0-9 and - , a letter first");
        }
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (ParameterSpec parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "strategy " + id + " lists parameter " + parameter.name() + " twice");
            }
        }
    }
}
