package io.tradetracker.samples.cli;

import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.export.ResultCsv;
import io.tradetracker.core.export.ResultPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that name files to write. */
@SuppressWarnings("NullAway.Init")
final class OutputOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--fills",
            order = 40,
            paramLabel = "FILE",
            description = "Write every fill: time,instrument,side,quantity,price,fee,reason.")
    private @Nullable Path fills;

    @Option(names = "--round-trips", order = 41, paramLabel = "FILE", description = "Write every round trip as CSV.")
    private @Nullable Path roundTrips;

    @Option(
            names = "--tax-lots",
            order = 42,
            paramLabel = "FILE",
            description = "Write each part of an entry with the exit that closed it as CSV.")
    private @Nullable Path taxLots;

    @Option(
            names = "--equity",
            order = 43,
            paramLabel = "FILE",
            description = "Write time,equity at each close as CSV.")
    private @Nullable Path equity;

    @Option(names = "--html", order = 44, paramLabel = "FILE", description = "Write a page with charts and tables.")
    private @Nullable Path html;

    /** Says which file could not be written, before the work. */
    void check(List<Path> inputs) {
        Map<Path, Path> seen = new HashMap<>();
        named().forEach(file -> {
            WholeFile.requireWritable(file);
            if (seen.put(file.toAbsolutePath().normalize(), file) != null) {
                throw wrong("two outputs go to " + file + "; name another");
            }
            inputs.forEach(input -> requireElsewhere(file, input));
        });
    }

    private void requireElsewhere(Path output, Path input) {
        try {
            if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
                throw wrong("the output " + output + " would overwrite the file of --data; name another");
            }
        } catch (IOException failed) {
            throw new ParameterException(spec.commandLine(), "cannot look at " + output + ": " + failed, failed);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Stream<Path> named() {
        return Stream.of(fills, roundTrips, taxLots, equity, html)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    void write(String title, Map<String, String> facts, BacktestResult result) {
        if (fills != null) {
            ResultCsv.writeFills(result, fills);
        }
        if (roundTrips != null) {
            ResultCsv.writeRoundTrips(result, roundTrips);
        }
        if (taxLots != null) {
            ResultCsv.writeTaxLots(result, taxLots);
        }
        if (equity != null) {
            ResultCsv.writeEquity(result, equity);
        }
        if (html != null) {
            ResultPage.write(title, facts, result, html);
        }
    }
}
