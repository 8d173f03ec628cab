package io.tradetracker.api.indicator;

/**
 * Moving average convergence and divergence.
 *
 * @param line fast minus slow exponential mean
 * @param signal exponential mean of the line
 * @param histogram line minus signal
 */
public record Macd(Indicator line, Indicator signal, Indicator histogram) {}
