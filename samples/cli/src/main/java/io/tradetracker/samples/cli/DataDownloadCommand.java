package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.broker.MarketData;
import io.tradetracker.core.candles.CandleDownload;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.DownloadReport;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Downloads what a store does not know yet. */
@Command(
        name = "download",
        description = "Downloads candles into a store, but only what it does not know. Stop it when you like and run "
                + "it again: it goes on where it ended.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  tradetracker data download --market csv:prices --store candles \\",
            "    --instrument BTC/USD --timeframe 1m --from 2013-11-25 --to 2013-12-01"
        })
@SuppressWarnings("NullAway.Init")
final class DataDownloadCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--market",
            required = true,
            order = 1,
            paramLabel = "MARKET",
            description = "Where to download from. csv:FOLDER reads files such as btcusd-1m.csv, us500-1h-bid.csv.gz. "
                    + "capital-demo and capital-live are Capital.com, capital:ADDRESS a server that speaks its "
                    + "language; the key is in CAPITAL_API_KEY, CAPITAL_IDENTIFIER and CAPITAL_PASSWORD. "
                    + "The first word is the default of --source.")
    private DownloadSources.Named market;

    @Mixin
    private KeyOptions where;

    @Option(
            names = "--from",
            required = true,
            order = 7,
            paramLabel = "TIME",
            description = "First open time, such as 2024-01-01 or 2024-01-01T08:00:00Z.")
    private Instant from;

    @Option(
            names = "--to",
            order = 8,
            paramLabel = "TIME",
            description = "The first open time behind the last candle. Default: now")
    private @Nullable Instant to;

    @Option(
            names = "--window",
            defaultValue = "1000",
            order = 9,
            paramLabel = "N",
            description = "How many candles to ask for at once. Default: ${DEFAULT-VALUE}")
    private int window;

    @Option(
            names = "--replace",
            order = 40,
            description = "Download all of it again, and replace what the store knows.")
    private boolean replace;

    @Option(names = "--json", order = 50, description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            order = 51,
            description = "Print no text and no progress.")
    private boolean quiet;

    @Override
    public void run() {
        InstantSource clock = InstantSource.system();
        Instant end = to == null ? clock.instant() : to;
        require(from.isBefore(end), "--from " + from + " must be before --to " + end);
        require(window >= 1 && window <= CandleStore.LARGEST_WINDOW, "--window " + window + " must be 1 to 1000000");
        CandleKey key = where.key(market.source().name());
        try (MarketData data = open();
                CandleStore store =
                        StoreFolder.writable(where.store(), spec.commandLine().getErr());
                Progress progress = new Progress(quiet)) {
            print(new CandleDownload(data, store, clock)
                    .window(window)
                    .replacing(replace)
                    .progress(progress)
                    .run(key, from, end));
        }
    }

    private MarketData open() {
        try {
            return market.open();
        } catch (TypeConversionException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private void print(DownloadReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = StoredText.toJson(report.key())
                    .put("windows", report.windows())
                    .put("downloaded", report.candles());
            StoredText.putCoverage(node, report.coverage());
            out.println(JsonText.write(node));
        } else if (!quiet) {
            out.println(
                    report.windows() == 0
                            ? "Nothing was missing."
                            : "Downloaded " + report.candles() + " candles in " + report.windows() + " windows.");
            out.println(report.key() + " is known for " + report.coverage());
        }
    }
}
