package io.tradetracker.core.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every combination of the values of some parameters. The last parameter changes fastest. Immutable.
 *
 * @param axes the parameters, at least one, none twice
 */
public record ParameterGrid(List<ParameterAxis> axes) {
    /** How many combinations there may be. */
    public static final int MOST = 1_000_000;

    /** @throws IllegalArgumentException when there is no axis, one twice, or too many combinations */
    public ParameterGrid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one parameter, such as fast=5..50:5");
        }
        Set<String> names = new HashSet<>();
        long combinations = 1;
        for (ParameterAxis axis : axes) {
            if (!names.add(axis.name())) {
                throw new IllegalArgumentException("parameter " + axis.name() + " is swept twice");
            }
            combinations = Math.min(combinations * axis.values().size(), Integer.MAX_VALUE);
        }
        if (combinations > MOST) {
            throw new IllegalArgumentException(
                    "there are more than " + MOST + " combinations; take longer steps or fewer parameters");
        }
    }

    /** {@return a grid of axes as {@link ParameterAxis#parse} reads them} */
    public static ParameterGrid of(String... axes) {
        return new ParameterGrid(Arrays.stream(axes).map(ParameterAxis::parse).toList());
    }

    /** {@return how many combinations there are} */
    public int size() {
        int size = 1;
        for (ParameterAxis axis : axes) {
            size *= axis.values().size();
        }
        return size;
    }

    /** {@return the values of combination {@code i} by the name of their parameter, in the order of the axes} */
    public Map<String, String> combination(int i) {
        String[] values = new String[axes.size()];
        int rest = i;
        for (int a = axes.size() - 1; a >= 0; a--) {
            List<String> each = axes.get(a).values();
            values[a] = each.get(rest % each.size());
            rest /= each.size();
        }
        Map<String, String> combination = new LinkedHashMap<>();
        for (int a = 0; a < values.length; a++) {
            combination.put(axes.get(a).name(), values[a]);
        }
        return combination;
    }
}
