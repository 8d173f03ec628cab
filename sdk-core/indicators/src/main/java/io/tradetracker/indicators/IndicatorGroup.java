package io.tradetracker.indicators;

/** What an indicator tells of. */
public enum IndicatorGroup {
    /** Means of prices. */
    AVERAGE,
    /** How fast the price moves. */
    MOMENTUM,
    /** Which way it goes, and how steadily. */
    TREND,
    /** How far it swings. */
    VOLATILITY,
    /** How much is traded. */
    VOLUME,
    /** Prices that matter. */
    LEVEL,
    /** Shapes of one to five candles. */
    PATTERN,
    /** Shapes of many candles. */
    CHART_PATTERN
}
