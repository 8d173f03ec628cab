package io.tradetracker.strategytestkit;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what two runs did. */
final class Outcomes {
    private Outcomes() {}

    static void requireEqual(Outcome expected, Outcome actual, String context) {
        requireEqual(expected.decisions(), actual.decisions(), context + "decision ");
        requireEqual(expected.fills(), actual.fills(), context + "fill ");
    }

    static void requireEqual(List<?> expected, List<?> actual, String context) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String one = i < expected.size() ? String.valueOf(expected.get(i)) : "nothing";
            String other = i < actual.size() ? String.valueOf(actual.get(i)) : "nothing";
            if (!one.equals(other)) {
                boolean both = i < expected.size() && i < actual.size();
                String field = both ? firstDifference(expected.get(i), actual.get(i)) : "";
                throw new AssertionError(context + (i + 1) + field + " was\n  " + one + "\nbut is\n  " + other);
            }
        }
    }

    /** {@return where two records differ first, such as {@code , reason of decision,}} */
    private static String firstDifference(@Nullable Object one, @Nullable Object other) {
        String field = pathTo(one, other);
        return field.isEmpty() ? "" : ", first in its " + field + ",";
    }

    private static String pathTo(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> before && other instanceof Map<?, ?> after) {
            return Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                    .map(String::valueOf)
                    .sorted()
                    .findFirst()
                    .orElse("");
        }
        RecordComponent[] components = one == null ? null : one.getClass().getRecordComponents();
        if (one == null || other == null || components == null || one.getClass() != other.getClass()) {
            return "";
        }
        for (RecordComponent component : components) {
            Object before = valueOf(component, one);
            Object after = valueOf(component, other);
            if (!String.valueOf(before).equals(String.valueOf(after))) {
                String inner = pathTo(before, after);
                return component.getName() + (inner.isEmpty() ? "" : " " + inner);
            }
        }
        return "";
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            return null;
        }
    }
}
