package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;
import io.tradetracker.core.data.CandleCsv;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the candles of a file into a store. */
@Command(
        name = "import",
        description =
                "Puts the candles of a CSV file into a store. The file is taken to know all from its first candle "
                        + "to its last: where it has none, nothing traded. The same file again changes nothing.",
        footer = {
            "",
            "Example:",
            "  tradetracker data import btcusd-1m.csv --store prices --source sample \\",
            "    --instrument BTC/USD --timeframe 1m"
        })
@SuppressWarnings("NullAway.Init")
final class DataImportCommand implements Runnable {
    private static final int WINDOW = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV with time,open,high,low,close,volume.")
    private Path file;

    @Mixin
    private KeyOptions where;

    @Mixin
    private InstrumentOptions rules;

    @Option(
            names = "--replace",
            order = 40,
            description = "Replace what the store knows of these times, should it be something else.")
    private boolean replace;

    @Option(names = "--json", order = 50, description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public void run() {
        CandleKey key = where.key("import");
        CandleSeries candles = read(key);
        try (CandleStore store =
                StoreFolder.writable(where.store(), spec.commandLine().getErr())) {
            for (int from = 0; from < candles.size(); from += WINDOW) {
                Stopped.throwIfInterrupted();
                write(store, key, candles, from, Math.min(from + WINDOW, candles.size()));
            }
            print(candles.size(), StoreFolder.get(store, key));
        }
    }

    private CandleSeries read(CandleKey key) {
        Instrument instrument = rules.apply(Instrument.of(key.instrument().value()));
        try (Progress progress = new Progress(false)) {
            return CandleCsv.read(file, instrument, key.timeframe(), progress);
        }
    }

    private void write(CandleStore store, CandleKey key, CandleSeries candles, int from, int to) {
        Instant end = to < candles.size()
                ? candles.time(to)
                : candles.time(to - 1).plus(key.timeframe().duration());
        TimeRange range = new TimeRange(candles.time(from), end);
        if (replace) {
            store.replace(key, range, candles.slice(from, to));
        } else {
            store.write(key, range, candles.slice(from, to));
        }
    }

    private void print(int count, StoredCandles stored) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.write(StoredText.toJson(stored).put("imported", count)));
        } else {
            out.println("Imported " + count + " candles. In the store:");
            out.print(StoredText.toText(stored));
        }
    }
}
