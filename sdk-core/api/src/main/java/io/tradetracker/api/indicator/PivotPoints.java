package io.tradetracker.api.indicator;

/**
 * Levels from the UTC day before.
 *
 * @param pivot the middle level
 * @param r1 first level above
 * @param r2 second level above
 * @param r3 third level above
 * @param s1 first level below
 * @param s2 second level below
 * @param s3 third level below
 */
public record PivotPoints(
        Indicator pivot, Indicator r1, Indicator r2, Indicator r3, Indicator s1, Indicator s2, Indicator s3) {}
