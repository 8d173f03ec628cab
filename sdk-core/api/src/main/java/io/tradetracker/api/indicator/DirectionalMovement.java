package io.tradetracker.api.indicator;

/**
 * Which side moves, and how strongly.
 *
 * @param adx strength of the direction, 0 to 100, whichever it is
 * @param plus upward movement in percent of the true range
 * @param minus downward movement in percent of the true range
 */
public record DirectionalMovement(Indicator adx, Indicator plus, Indicator minus) {}
