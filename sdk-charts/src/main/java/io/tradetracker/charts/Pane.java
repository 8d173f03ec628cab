package io.tradetracker.charts;

import java.util.List;

/**
 * A part of a chart with a scale of its own. Panes stand one above the other and share the time axis. Immutable.
 *
 * @param id unique in its chart: {@code "price"} for the first, such as {@code "rsi"} for another
 * @param share how high it is relative to the others, above zero
 * @param scale how its values become heights
 * @param layers what it shows, the first drawn first
 * @param drawings what is drawn over the layers
 */
public record Pane(String id, double share, PriceScale scale, List<Layer> layers, List<Drawing> drawings) {
    /** The id of the first pane. */
    public static final String PRICE = "price";

    /**
     * Makes the lists immutable.
     *
     * @throws ChartException when the id is blank or the share is not above zero
     */
    public Pane {
        layers = List.copyOf(layers);
        drawings = List.copyOf(drawings);
        if (id.isBlank()) {
            throw new ChartException("a pane needs an id, such as \"rsi\"");
        }
        if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
            throw new ChartException("share " + share + " of pane '" + id + "' must be finite and above zero");
        }
    }

    /** {@return whether it shows the chart's prices} */
    public boolean showsPrices() {
        return layers.stream().anyMatch(Layer.Prices.class::isInstance);
    }
}
