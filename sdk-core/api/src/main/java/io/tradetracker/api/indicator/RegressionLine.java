package io.tradetracker.api.indicator;

/**
 * The straight line through the last values.
 *
 * @param value where it is at the last closed candle
 * @param slope by how much it rises with each candle
 * @param fit share of the variance that it explains, 0 to 1
 */
public record RegressionLine(Indicator value, Indicator slope, Indicator fit) {}
