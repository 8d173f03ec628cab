package io.tradetracker.core.study;

/** Hears how far a study is. */
@FunctionalInterface
public interface StudyProgress {
    /**
     * Hears that a pattern has been tried over all series. An exception ends the study and reaches its caller.
     *
     * @param done patterns tried
     * @param total patterns to try
     */
    void onPattern(int done, int total);
}
