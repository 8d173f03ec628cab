package io.tradetracker.core.risk;

/**
 * How much an account lost. The two shares do not shrink when equity rises again. Immutable.
 *
 * @param dayStartEquity equity when the UTC day began
 * @param dayPercent the greatest loss of the day so far, in percent of its first equity; zero or more
 * @param peakEquity the highest equity so far, or since somebody resumed
 * @param drawdownPercent the greatest fall from a peak so far, or since somebody resumed, in percent of the peak; zero
 *     or more
 */
public record Losses(double dayStartEquity, double dayPercent, double peakEquity, double drawdownPercent) {}
