package io.tradetracker.api.indicator;

/**
 * A stop that follows the price faster and faster.
 *
 * @param line where the stop is at this candle
 * @param direction 1 while it is below the price, −1 while it is above
 */
public record ParabolicStop(Indicator line, Indicator direction) {}
