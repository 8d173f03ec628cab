package io.tradetracker.core.candles;

/** Why candles may be missing. */
public enum GapKind {
    /** In other weeks too there are no candles at these hours: the market is closed then. */
    REGULAR,
    /** In other weeks there are: a holiday, a quiet time, or something that the source has lost. */
    IRREGULAR
}
