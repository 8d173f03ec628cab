package io.tradetracker.core.study;

/**
 * What a study says about one pattern. Immutable.
 *
 * @param pattern which
 * @param counts what was seen
 * @param interval where the true share of reached targets lies with 95 % confidence, after E. B. Wilson, "Probable
 *     Inference, the Law of Succession, and Statistical Inference", 1927
 * @param chance how often random entries with the same distances reached theirs, 0 to 1; NaN without a trial
 * @param reward how many times as far the target was as the invalidation, on average; NaN without a trial
 * @param test whether it is more than chance
 */
public record StudyRow(
        StudiedPattern pattern, Counts counts, Interval interval, double chance, double reward, Test test) {
    /** {@return the share of trials that reached their target, 0 to 1; NaN without a trial} */
    public double rate() {
        return (double) counts.reached() / counts.trials();
    }

    StudyRow judged(double adjusted, Verdict verdict) {
        return new StudyRow(pattern, counts, interval, chance, reward, new Test(test.p(), adjusted, verdict));
    }

    /**
     * What was seen.
     *
     * @param found how often the pattern was found
     * @param trials how often it was entered; the rest was never confirmed, ended first, or came while a trial ran
     * @param reached trials that reached their target first
     * @param invalidated trials that were invalidated first; those that did neither in time are the rest
     */
    public record Counts(int found, int trials, int reached, int invalidated) {
        /** {@return trials that reached neither end in time} */
        public int timedOut() {
            return trials - reached - invalidated;
        }
    }

    /**
     * Whether it is more than chance.
     *
     * @param p how likely random entries would have reached their targets so often or more, 0 to 1
     * @param adjusted the smallest share of false discoveries at which the pattern would still be told to have an edge,
     *     with all judged patterns taken into account; NaN when it is not judged
     * @param verdict what follows from it
     */
    public record Test(double p, double adjusted, Verdict verdict) {}
}
