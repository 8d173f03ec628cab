package io.tradetracker.api.indicator;

/**
 * How recent the highest high and the lowest low are.
 *
 * @param up 100 when the highest high is this candle, 0 when it is {@code period} candles ago
 * @param down the same of the lowest low
 * @param oscillator up minus down
 */
public record Aroon(Indicator up, Indicator down, Indicator oscillator) {}
