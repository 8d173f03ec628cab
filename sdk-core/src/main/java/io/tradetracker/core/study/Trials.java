package io.tradetracker.core.study;

import java.util.Arrays;

/** What was seen in the trials of a pattern so far. */
final class Trials {
    private int found;
    private int count;
    private int reached;
    private int invalidated;
    private double[] chances = new double[64];
    private double rewards;

    void find() {
        found++;
    }

    void add(Entry entry, Outcome outcome, double chance) {
        if (count == chances.length) {
            chances = Arrays.copyOf(chances, 2 * count);
        }
        chances[count++] = chance;
        rewards += entry.toTarget() / entry.toInvalidation();
        reached += outcome == Outcome.REACHED ? 1 : 0;
        invalidated += outcome == Outcome.INVALIDATED ? 1 : 0;
    }

    /** {@return what is said about them, before other patterns are taken into account} */
    StudyRow row(StudiedPattern pattern) {
        double[] all = Arrays.copyOf(chances, count);
        Interval interval = Chances.interval(reached, count);
        return new StudyRow(
                pattern,
                new StudyRow.Counts(found, count, reached, invalidated),
                interval,
                count == 0 ? Double.NaN : Arrays.stream(all).average().orElseThrow(),
                count == 0 ? Double.NaN : rewards / count,
                new StudyRow.Test(Chances.atLeast(all, reached), Double.NaN, Verdict.TOO_FEW));
    }
}
