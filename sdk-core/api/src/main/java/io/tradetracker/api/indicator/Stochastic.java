package io.tradetracker.api.indicator;

/**
 * Where the close is between the lowest low and the highest high, in percent.
 *
 * @param k the smoothed place
 * @param d the simple mean of k
 */
public record Stochastic(Indicator k, Indicator d) {}
