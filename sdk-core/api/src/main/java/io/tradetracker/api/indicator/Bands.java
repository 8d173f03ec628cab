package io.tradetracker.api.indicator;

/**
 * A channel around the price.
 *
 * @param upper upper edge
 * @param middle between the edges
 * @param lower lower edge
 */
public record Bands(Indicator upper, Indicator middle, Indicator lower) {}
