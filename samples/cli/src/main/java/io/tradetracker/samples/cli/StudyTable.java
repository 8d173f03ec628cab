package io.tradetracker.samples.cli;

import io.tradetracker.core.study.StudyResult;
import io.tradetracker.core.study.StudyRow;
import io.tradetracker.core.study.StudySettings;
import io.tradetracker.core.study.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A study of patterns as a table for people: the least likely by chance first, then what is too seldom. */
final class StudyTable {
    private final StudyResult result;

    StudyTable(StudyResult result) {
        this.result = result;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-28s%8s%8s%10s%16s%9s%8s%8s%10s%n",
                "pattern",
                "found",
                "trials",
                "reached",
                "95 % between",
                "chance",
                "reward",
                "p",
                "adjusted"));
        result.judged().stream()
                .sorted(Comparator.comparingDouble(row -> row.test().p()))
                .forEach(row -> text.append(line(row)));
        text.append(tooFew());
        return text.append(conclusion()).toString();
    }

    private String tooFew() {
        List<StudyRow> few = result.rows().stream()
                .filter(row -> row.test().verdict() == Verdict.TOO_FEW)
                .toList();
        String some = few.stream()
                .filter(row -> row.counts().trials() > 0)
                .map(row -> row.pattern().id() + " " + row.counts().trials())
                .collect(Collectors.joining(", "));
        long none = few.stream().filter(row -> row.counts().trials() == 0).count();
        return (some.isEmpty() ? "" : "Fewer than " + result.settings().minTrials() + " trials: " + some + "\n")
                + (none == 0 ? "" : "Without a trial: " + none + " patterns\n");
    }

    private static String line(StudyRow row) {
        return String.format(
                Locale.ROOT,
                "%-28s%8d%8d%8.1f %%%16s%7.1f %%%8.2f%8.3f%10.3f%s%n",
                row.pattern().id(),
                row.counts().found(),
                row.counts().trials(),
                100 * row.rate(),
                String.format(
                        Locale.ROOT,
                        "%.1f to %.1f %%",
                        100 * row.interval().low(),
                        100 * row.interval().high()),
                100 * row.chance(),
                row.reward(),
                row.test().p(),
                row.test().adjusted(),
                row.test().verdict() == Verdict.EDGE ? "  edge" : "");
    }

    private String conclusion() {
        StudySettings settings = result.settings();
        int edges = result.edges().size();
        String seen = edges == 0
                ? "None has an edge on these candles: what was seen is explained by chance."
                : edges + " with an edge; at most "
                        + String.format(Locale.ROOT, "%.3g", 100 * settings.falseDiscoveryRate())
                        + " % of such findings are there by chance.";
        return result.judged().size() + " patterns judged over " + result.candles() + " candles. " + seen;
    }
}
