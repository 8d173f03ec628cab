package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far a price must be away.
 *
 * @param value price units, or percent of the price
 * @param unit which of both
 */
public record Distance(BigDecimal value, Unit unit) {
    /** What a distance is measured in. */
    public enum Unit {
        /** Price units. */
        POINTS,
        /** Percent of the price. */
        PERCENTAGE
    }

    /**
     * A distance in price units.
     *
     * @param value such as "0.5"
     * @return the distance
     */
    public static Distance points(String value) {
        return new Distance(new BigDecimal(value), Unit.POINTS);
    }

    /**
     * A distance in percent of the price.
     *
     * @param value such as "0.01"
     * @return the distance
     */
    public static Distance percent(String value) {
        return new Distance(new BigDecimal(value), Unit.PERCENTAGE);
    }

    BigDecimal from(BigDecimal price) {
        return unit == Unit.POINTS
                ? value
                : price.multiply(value, MathContext.DECIMAL64).movePointLeft(2);
    }
}
