package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/** Finds a declared indicator by its name. */
@FunctionalInterface
public interface IndicatorLookup {
    /** Knows none. */
    IndicatorLookup NONE = name -> null;

    /** {@return the indicator; null when there is none of that name} */
    @Nullable
    Indicator find(String name);
}
