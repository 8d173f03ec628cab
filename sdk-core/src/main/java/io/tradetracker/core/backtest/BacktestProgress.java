package io.tradetracker.core.backtest;

/** Hears how far a backtest is, in the thread that runs it. */
@FunctionalInterface
public interface BacktestProgress {
    /** Ignores it. */
    BacktestProgress NONE = (done, total) -> {};

    /**
     * The run got further; called at the start, about every thousand moments, and at the end.
     *
     * @param done moments at which a candle closed, so far
     * @param total in all
     */
    void onProgress(int done, int total);
}
