package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.export.PatternsJson;
import io.tradetracker.core.study.EntryRule;
import io.tradetracker.core.study.PatternStudy;
import io.tradetracker.core.study.StudiedPattern;
import io.tradetracker.core.study.StudyResult;
import io.tradetracker.core.study.StudySettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures whether patterns reach their targets more often than chance. */
@Command(
        name = "study",
        description = {
            "Measures how often patterns reach their targets before they are invalidated, against entries drawn by "
                    + "chance from the same candles with the same distances.",
            "A pattern has an edge only when that holds with all patterns tried taken into account."
        },
        sortOptions = false,
        sortSynopsis = false,
        footer = {"", "Example:", "  tradetracker patterns study --data us500-1d.csv --instrument US500 --timeframe 1d"
        })
@SuppressWarnings("NullAway.Init")
final class PatternsStudyCommand implements Runnable {
    private static final StudySettings USUAL = StudySettings.usual();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private PatternOption patterns;

    @Option(
            names = "--entry",
            order = 40,
            paramLabel = "RULE",
            description = "When a trial begins: known, at the close that made the pattern known; or confirmed, at the "
                    + "first close beyond its confirmation. Default: confirmed")
    private String entry = "confirmed";

    @Option(
            names = "--horizon",
            order = 41,
            paramLabel = "N",
            description = "How many candles a pattern has to be confirmed, and then to reach its target. Default: 60")
    private int horizon = USUAL.horizon();

    @Option(
            names = "--target",
            order = 42,
            paramLabel = "ATRS",
            description = "How far the target of a candlestick pattern is, in average true ranges. Default: 2")
    private double target = StudiedPattern.USUAL_ATRS;

    @Option(
            names = "--min-trials",
            order = 43,
            paramLabel = "N",
            description = "With fewer trials nothing is said about a pattern. Default: 20")
    private int minTrials = USUAL.minTrials();

    @Option(
            names = "--false-discoveries",
            order = 44,
            paramLabel = "SHARE",
            description = "The share of stated edges that may be there by chance. Default: 0.05")
    private double falseDiscoveries = USUAL.falseDiscoveryRate();

    @Option(
            names = "--draws",
            order = 45,
            paramLabel = "N",
            description = "Random entries for each trial. Default: 200")
    private int draws = USUAL.draws();

    @Option(names = "--seed", order = 46, paramLabel = "N", description = "Of the random entries. Default: 1")
    private long seed = USUAL.seed();

    @Option(names = "--json", order = 50, description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public void run() {
        data.check();
        patterns.check();
        PatternStudy study = study();
        try (Progress progress = new Progress(json)) {
            List<CandleSeries> candles = data.read(progress);
            StudyResult result = study.run(candles, progress::onPattern);
            spec.commandLine()
                    .getOut()
                    .println(json ? JsonText.write(PatternsJson.study(result)) : new StudyTable(result));
        }
    }

    private PatternStudy study() {
        try {
            return new PatternStudy(
                    studied(), new StudySettings(entryRule(), horizon, minTrials, falseDiscoveries, draws, seed));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private EntryRule entryRule() {
        return switch (entry) {
            case "known" -> EntryRule.WHEN_KNOWN;
            case "confirmed" -> EntryRule.WHEN_CONFIRMED;
            default ->
                throw new ParameterException(spec.commandLine(), "--entry " + entry + " must be known or confirmed");
        };
    }

    private List<StudiedPattern> studied() {
        if (!patterns.isGiven()) {
            return StudiedPattern.all(target);
        }
        List<StudiedPattern> named = new ArrayList<>();
        patterns.charts().forEach(each -> named.add(StudiedPattern.chart(each)));
        patterns.candlesticks().forEach(each -> named.add(StudiedPattern.candlestick(each, target)));
        return named;
    }
}
