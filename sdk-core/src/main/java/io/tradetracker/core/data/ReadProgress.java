package io.tradetracker.core.data;

/** Hears how far the reading of a file has come, in the thread that reads. */
@FunctionalInterface
public interface ReadProgress {
    /** Hears nothing. */
    ReadProgress NONE = (read, total) -> {};

    /**
     * Called every few thousand bytes. What it throws ends the reading.
     *
     * @param read bytes of the file that were read
     * @param total bytes that the file has, as it was when opened
     */
    void onProgress(long read, long total);
}
