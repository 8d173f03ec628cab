package io.tradetracker.core.candles;

/**
 * What a download has done. Immutable.
 *
 * @param key which candles
 * @param windows how many times the market was asked; zero when nothing was missing
 * @param candles how many it gave
 * @param coverage what the store knows now
 */
public record DownloadReport(CandleKey key, long windows, long candles, Coverage coverage) {}
