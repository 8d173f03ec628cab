package io.tradetracker.core.sweep;

import java.time.Duration;

/** Hears how far a sweep is, in the thread that called {@link Sweep#run()}, some times a second. */
@FunctionalInterface
public interface SweepProgress {
    /** Nobody hears. */
    SweepProgress NONE = (done, total, left) -> {};

    /**
     * Some runs are done.
     *
     * @param done how many
     * @param total of how many
     * @param left how long the rest takes if it goes on like this
     */
    void onProgress(int done, int total, Duration left);
}
