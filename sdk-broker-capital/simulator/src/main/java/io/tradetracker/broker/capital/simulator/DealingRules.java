package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;

/**
 * What a deal in a market must keep.
 *
 * @param priceStep smallest step of a price
 * @param minSize smallest size of a deal, in units of the instrument
 * @param maxSize largest size of a deal
 * @param sizeStep smallest step of a size
 * @param stops distances of stop and profit levels
 */
public record DealingRules(
        BigDecimal priceStep, BigDecimal minSize, BigDecimal maxSize, BigDecimal sizeStep, StopDistances stops) {

    /**
     * How far stop and profit levels must be from the current price.
     *
     * @param min smallest distance
     * @param max largest distance
     * @param minGuaranteed smallest distance of a guaranteed stop
     */
    public record StopDistances(Distance min, Distance max, Distance minGuaranteed) {}

    /**
     * Rules with the usual distances: 0.01 to 60 percent, guaranteed from 1 percent.
     *
     * @param priceStep smallest step of a price
     * @param minSize smallest size
     * @param maxSize largest size
     * @param sizeStep smallest step of a size
     * @return the rules
     */
    public static DealingRules of(String priceStep, String minSize, String maxSize, String sizeStep) {
        return new DealingRules(
                new BigDecimal(priceStep),
                new BigDecimal(minSize),
                new BigDecimal(maxSize),
                new BigDecimal(sizeStep),
                new StopDistances(Distance.percent("0.01"), Distance.percent("60"), Distance.percent("1")));
    }

    /**
     * The same rules with other distances.
     *
     * @param other the distances
     * @return a copy
     */
    public DealingRules withStops(StopDistances other) {
        return new DealingRules(priceStep, minSize, maxSize, sizeStep, other);
    }
}
