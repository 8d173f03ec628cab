package io.tradetracker.core.study;

import io.tradetracker.api.market.CandleSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Measures how often patterns reach their targets before they are invalidated, against entries drawn by chance from the
 * same candles: each with the direction of a trial and, in average true ranges, the distances of its ends. So neither a
 * rising market nor a near target makes an edge.
 *
 * <p>One trial of a pattern runs at a time in each series, as the statistics need trials that do not share candles. The
 * figures of a pattern but its adjusted one do not depend on which others are tried. Immutable, safe for use by several
 * threads when the finders are.
 */
public final class PatternStudy {
    private final List<StudiedPattern> patterns;
    private final StudySettings settings;

    /**
     * Makes a study.
     *
     * @param patterns what is tried; ids must differ
     * @param settings how
     * @throws IllegalArgumentException when there is no pattern, or an id is there twice
     */
    public PatternStudy(List<StudiedPattern> patterns, StudySettings settings) {
        this.patterns = List.copyOf(patterns);
        this.settings = settings;
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a study needs at least one pattern");
        }
        TreeSet<String> ids = new TreeSet<>();
        for (StudiedPattern each : patterns) {
            if (!ids.add(each.id())) {
                throw new IllegalArgumentException("pattern " + each.id() + " is given twice; each needs its own id");
            }
        }
    }

    /** Tries all patterns over some series; see {@link #run(List, StudyProgress)}. */
    public StudyResult run(List<CandleSeries> series) {
        return run(series, (done, total) -> {});
    }

    /**
     * Tries all patterns over some series, which are taken together.
     *
     * @param progress told after each pattern
     * @return what was seen; series too short for a trial add nothing
     * @throws IllegalArgumentException when there is no series, or a finder tells of a candle that a series does not
     *     have
     */
    public StudyResult run(List<CandleSeries> series, StudyProgress progress) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a study needs candles: give at least one series");
        }
        List<StudiedSeries> studied =
                series.stream().map(each -> new StudiedSeries(each, settings)).toList();
        List<StudyRow> rows = new ArrayList<>();
        for (StudiedPattern each : patterns) {
            rows.add(tried(each, studied));
            progress.onPattern(rows.size(), patterns.size());
        }
        long candles = series.stream().mapToLong(CandleSeries::size).sum();
        return new StudyResult(settings, series.size(), candles, judged(rows));
    }

    private StudyRow tried(StudiedPattern pattern, List<StudiedSeries> all) {
        Trials trials = new Trials();
        SplittableRandom random =
                new SplittableRandom(settings.seed() * 31 + pattern.id().hashCode());
        for (StudiedSeries series : all) {
            tryIn(series, pattern, trials, random.split());
        }
        return trials.row(pattern);
    }

    private static void tryIn(StudiedSeries series, StudiedPattern pattern, Trials trials, SplittableRandom random) {
        List<Entry> entries = new ArrayList<>();
        for (Occurrence found : pattern.finder().find(series.candles())) {
            if (found.knownAt() < 0 || found.knownAt() >= series.candles().size()) {
                throw new IllegalArgumentException("pattern " + pattern.id() + " was found at candle " + found.knownAt()
                        + ", but the series has " + series.candles().size());
            }
            trials.find();
            series.entry(found).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparingInt(Entry::candle));
        int free = 0;
        for (Entry entry : entries) {
            if (entry.candle() >= free) {
                Ending ending = series.ending(entry);
                trials.add(entry, ending.outcome(), series.chance(entry, random));
                free = ending.candle();
            }
        }
    }

    private List<StudyRow> judged(List<StudyRow> rows) {
        List<Integer> enough = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).counts().trials() >= settings.minTrials()) {
                enough.add(i);
            }
        }
        List<Double> adjusted = Chances.adjusted(
                enough.stream().map(i -> rows.get(i).test().p()).toList());
        List<StudyRow> judged = new ArrayList<>(rows);
        for (int k = 0; k < enough.size(); k++) {
            int i = enough.get(k);
            boolean isEdge = adjusted.get(k) <= settings.falseDiscoveryRate();
            judged.set(i, rows.get(i).judged(adjusted.get(k), isEdge ? Verdict.EDGE : Verdict.NO_EDGE));
        }
        return judged;
    }
}
