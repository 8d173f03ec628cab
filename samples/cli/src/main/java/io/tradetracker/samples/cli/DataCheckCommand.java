package io.tradetracker.samples.cli;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.DataReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the candles of one file. */
@Command(
        name = "check",
        description =
                "Looks for all that is wrong or odd in a CSV file of candles. Exit code 1 when a line cannot be used; "
                        + "gaps, zero volumes and outliers are only told.",
        footer = {"", "Example:", "  tradetracker data check us500-1d.csv --timeframe 1d"})
@SuppressWarnings("NullAway.Init")
final class DataCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV with time,open,high,low,close,volume.")
    private Path file;

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "LENGTH",
            description = "Of a candle: 1m, 5m, 1h, 1d …")
    private Timeframe timeframe;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
        DataReport report = check();
        DataCheckText text = new DataCheckText(report);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(text.toJson());
        } else {
            out.print(text.toText());
        }
        return report.isGood() ? 0 : 1;
    }

    private DataReport check() {
        try (Progress progress = new Progress(false)) {
            return CandleCsv.check(file, timeframe, progress);
        }
    }
}
