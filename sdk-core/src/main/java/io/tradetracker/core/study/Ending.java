package io.tradetracker.core.study;

/**
 * How a trial ended.
 *
 * @param outcome what it came to
 * @param candle at which
 */
record Ending(Outcome outcome, int candle) {}
