package io.tradetracker.charts.axis;

/**
 * A place at an axis with a label. Immutable.
 *
 * @param at in pixels at scale 1: from the top at a value axis, from the left at a time axis
 * @param label what is written there
 * @param major whether it begins something larger, such as a year among months
 */
public record Tick(double at, String label, boolean major) {}
