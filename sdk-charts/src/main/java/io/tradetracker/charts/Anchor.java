package io.tradetracker.charts;

import java.time.Instant;

/**
 * A place on a chart: it stays at its time and price, whatever is in view. Immutable.
 *
 * @param time a moment; between two candles it is drawn between them, and beyond the last at its distance
 * @param price in the units of its pane
 */
public record Anchor(Instant time, double price) {
    /** @throws ChartException when the price is not finite */
    public Anchor {
        if (!Double.isFinite(price)) {
            throw new ChartException("price " + price + " of the anchor at " + time + " must be finite");
        }
    }
}
