package io.tradetracker.charts.axis;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.PriceScale;

/**
 * What values a pane shows, from its lower edge to its upper. Immutable.
 *
 * @param low finite, below {@code high}
 * @param high finite
 */
public record ValueRange(double low, double high) {
    private static final double MARGIN = 0.06;

    /** @throws ChartException when the edges are not finite, or not in order */
    public ValueRange {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new ChartException("a pane cannot show values from " + low + " to " + high
                    + ": they must be finite, and their difference too");
        }
    }

    /**
     * {@return a range that shows values from {@code low} to {@code high} with some room at both edges; also for values
     * that are all the same, or none (NaN)}
     *
     * @throws ChartException when a log scale is to show values that are not above zero
     */
    public static ValueRange around(PriceScale scale, double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return scale == PriceScale.LOG ? new ValueRange(0.1, 10) : new ValueRange(-1, 1);
        }
        if (scale == PriceScale.LOG) {
            return aroundLog(low, high);
        }
        double size = high - low;
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
        double room = size > least ? size * MARGIN : Math.max(Math.abs(high) * 0.01, Double.MIN_NORMAL * 4);
        if (low == 0 && high == 0) {
            room = 1;
        }
        return new ValueRange(low - room, high + room);
    }

    private static ValueRange aroundLog(double low, double high) {
        if (!(low > 0)) {
            throw new ChartException("a log scale cannot show " + low
                    + ": values must be above zero; choose a linear scale for this pane");
        }
        double size = Math.log(high / low);
        double room = size > 1e-12 ? size * MARGIN : 0.01;
        return new ValueRange(low * Math.exp(-room), high * Math.exp(room));
    }
}
