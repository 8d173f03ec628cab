package io.tradetracker.core.study;

/**
 * A range within which a share lies with 95 % confidence. Immutable.
 *
 * @param low 0 to 1
 * @param high 0 to 1, not below {@code low}
 */
public record Interval(double low, double high) {}
