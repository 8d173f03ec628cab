package io.tradetracker.charts.report;

import java.util.List;

/**
 * A parameter of a surface. Immutable.
 *
 * @param name such as {@code "fast"}
 * @param values as they are written, in order
 */
public record SurfaceAxis(String name, List<String> values) {
    /** Makes the list immutable. */
    public SurfaceAxis {
        values = List.copyOf(values);
    }
}
