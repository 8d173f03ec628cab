package io.tradetracker.core.candles;

/**
 * Candles that are missing one after the other, all of them for the same reason. Immutable.
 *
 * @param kind why they may be missing
 * @param range their open times
 * @param missing how many
 */
public record CandleGap(GapKind kind, TimeRange range, long missing) {}
