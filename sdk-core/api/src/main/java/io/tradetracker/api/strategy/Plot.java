package io.tradetracker.api.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number to plot, with those named before it: a decision gets one more without a copy of the others. Immutable. */
record Plot(@Nullable Plot before, String name, double value) {
    static final Plot NONE = new Plot(null, "", Double.NaN);

    Plot and(Plot others) {
        return others.before == null ? this : new Plot(and(others.before), others.name, others.value);
    }

    /** {@return the numbers by name, in the order in which the names first came; a later number replaces} */
    Map<String, Double> toMap() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        addTo(numbers);
        return Collections.unmodifiableMap(numbers);
    }

    private void addTo(Map<String, Double> numbers) {
        if (before != null) {
            before.addTo(numbers);
            numbers.put(name, value);
        }
    }
}
