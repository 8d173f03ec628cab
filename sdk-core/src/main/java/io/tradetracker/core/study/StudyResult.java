package io.tradetracker.core.study;

import java.util.List;

/**
 * What a study found. Immutable.
 *
 * @param settings how it was done
 * @param series over how many series
 * @param candles over how many candles, of all series
 * @param rows one for each pattern, in the order in which they were given
 */
public record StudyResult(StudySettings settings, int series, long candles, List<StudyRow> rows) {
    /** Makes the list immutable. */
    public StudyResult {
        rows = List.copyOf(rows);
    }

    /** {@return the rows with enough trials to say something} */
    public List<StudyRow> judged() {
        return rows.stream()
                .filter(row -> row.test().verdict() != Verdict.TOO_FEW)
                .toList();
    }

    /** {@return the rows of patterns with an edge} */
    public List<StudyRow> edges() {
        return rows.stream().filter(row -> row.test().verdict() == Verdict.EDGE).toList();
    }
}
