package io.tradetracker.strategytestkit;

import java.util.List;

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
                throw new AssertionError(context + (i + 1) + " was\n  " + one + "\nbut is\n  " + other);
            }
        }
    }
}
