package io.tradetracker.api.indicator;

/**
 * A trailing line that changes side when the close crosses it.
 *
 * @param line the line
 * @param direction 1 while the trend is up and the line below, −1 while it is down
 */
public record Supertrend(Indicator line, Indicator direction) {}
