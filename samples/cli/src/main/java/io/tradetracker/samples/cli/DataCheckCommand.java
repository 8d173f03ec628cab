package io.tradetracker.samples.cli;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.DataReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the candles of one file, or of a whole store. */
@Command(
        name = "check",
        description =
                "Looks for all that is wrong or odd in a CSV file of candles or a store. Exit code 1 when a line or "
                        + "a stored candle cannot be used; gaps, zero volumes and outliers are only told.",
        footer = {
            "",
            "Examples:",
            "  tradetracker data check us500-1d.csv --timeframe 1d",
            "  tradetracker data check --store prices"
        })
@SuppressWarnings("NullAway.Init")
final class DataCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "CSV with time,open,high,low,close,volume.")
    private @Nullable Path file;

    @Option(names = "--timeframe", paramLabel = "LENGTH", description = "Of a candle of the file: 1m, 5m, 1h, 1d …")
    private @Nullable Timeframe timeframe;

    @Option(names = "--store", paramLabel = "DIR", description = "Check all candles of a store instead.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        if (folder != null && file == null && timeframe == null) {
            return checkStore(folder);
        }
        if (folder == null && file != null && timeframe != null) {
            return checkFile(file, timeframe);
        }
        throw new ParameterException(
                spec.commandLine(), "give a FILE with its --timeframe, or a --store; not both, and nothing less");
    }

    private int checkStore(Path store) {
        List<StoreCheck> checks = new ArrayList<>();
        try (CandleStore open = StoreFolder.existing(store)) {
            open.list().forEach(stored -> checks.add(StoreCheck.of(open, stored)));
        }
        if (json) {
            spec.commandLine().getOut().println(StoreCheck.toJson(checks));
        } else {
            checks.forEach(check -> spec.commandLine().getOut().print(check.toText()));
        }
        return checks.stream().allMatch(StoreCheck::isGood) ? 0 : 1;
    }

    private int checkFile(Path csv, Timeframe length) {
        DataReport report = check(csv, length);
        DataCheckText text = new DataCheckText(report);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(text.toJson());
        } else {
            out.print(text.toText());
        }
        return report.isGood() ? 0 : 1;
    }

    private static DataReport check(Path csv, Timeframe length) {
        try (Progress progress = new Progress(false)) {
            return CandleCsv.check(csv, length, progress);
        }
    }
}
