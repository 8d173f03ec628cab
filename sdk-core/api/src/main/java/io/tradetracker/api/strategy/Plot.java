package io.tradetracker.api.strategy;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number to plot, with those named before it: a decision gets one more without a copy of the others. Immutable. */
record Plot(@Nullable Plot before, String name, double value) {
    static final Plot NONE = new Plot(null, "", Double.NaN);

    /** {@return these and one more; one of the same name is replaced in its place} */
    Plot with(String newName, double newValue) {
        return has(newName) ? replaced(newName, newValue) : new Plot(this, newName, newValue);
    }

    private boolean has(String wanted) {
        for (Plot each = this; each.before != null; each = each.before) {
            if (each.name.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private Plot replaced(String newName, double newValue) {
        Plot anew = NONE;
        for (Plot each : inOrder()) {
            anew = new Plot(anew, each.name, each.name.equals(newName) ? newValue : each.value);
        }
        return anew;
    }

    Plot and(Plot others) {
        Plot all = this;
        for (Plot each : others.inOrder()) {
            all = all.with(each.name, each.value);
        }
        return all;
    }

    /** {@return the numbers by name, in the order in which the names came} */
    Map<String, Double> toMap() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Plot each : inOrder()) {
            numbers.put(each.name, each.value);
        }
        return Collections.unmodifiableMap(numbers);
    }

    private Deque<Plot> inOrder() {
        Deque<Plot> all = new ArrayDeque<>();
        for (Plot each = this; each.before != null; each = each.before) {
            all.addFirst(each);
        }
        return all;
    }
}
