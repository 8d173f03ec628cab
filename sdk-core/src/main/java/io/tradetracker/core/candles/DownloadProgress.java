package io.tradetracker.core.candles;

/** Hears of each window that a download has written, on the thread of the download. */
@FunctionalInterface
public interface DownloadProgress {
    /** Hears nothing. */
    DownloadProgress NONE = step -> {};

    /** A window is in the store for good. */
    void onWindow(Step step);

    /**
     * A window that was written.
     *
     * @param key which candles
     * @param range what was asked for
     * @param candles how many the market had
     * @param done how many windows of this run are written, this one too
     * @param total how many windows this run has
     */
    record Step(CandleKey key, TimeRange range, int candles, long done, long total) {}
}
