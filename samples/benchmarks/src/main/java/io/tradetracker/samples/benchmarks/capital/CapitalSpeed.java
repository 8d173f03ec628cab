package io.tradetracker.samples.benchmarks.capital;

import io.tradetracker.samples.benchmarks.PageTemplate;
import io.tradetracker.samples.benchmarks.Rounds;
import io.tradetracker.samples.benchmarks.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the client of Capital.com reads a stream, and how soon an order follows a price. */
@Command(name = "capital-speed", mixinStandardHelpOptions = true, description = "Measures the Capital.com client.")
public final class CapitalSpeed implements Callable<Integer> {
    private static final List<String> READERS = List.of("ours", "tokens", "tree");
    private static final List<String> MESSAGES = List.of("quote", "bar");
    private static final List<String> WAYS = List.of("listener", "request", "outcome");

    private final Rounds nanos = new Rounds();
    private final Rounds bytes = new Rounds();
    private final Rounds half = new Rounds();
    private final Rounds nearlyAll = new Rounds();

    @Option(names = "--rounds", defaultValue = "3", description = "JVMs of each lane (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private CapitalSpeed() {}

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CapitalSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String before = Surroundings.load();
        for (int round = 0; round < rounds; round++) {
            System.err.println("round " + (round + 1) + " of " + rounds);
            for (String message : MESSAGES) {
                for (String reader : READERS) {
                    decode(reader, message);
                }
            }
            order();
        }
        String text = page(before);
        System.out.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private void decode(String reader, String message) throws RunnerException {
        RunResult result = new Runner(options(DecodeBenchmark.class.getName() + ".read$")
                        .param("reader", reader)
                        .param("message", message)
                        .addProfiler(GCProfiler.class)
                        .build())
                .runSingle();
        nanos.add(reader + message, result.getPrimaryResult().getScore());
        bytes.add(
                reader + message,
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), "bytes per call")
                        .getScore());
    }

    private void order() throws IOException, RunnerException {
        Path times = Files.createTempFile("capital-speed", ".txt");
        new Runner(options(QuoteToOrderBenchmark.class.getName() + ".order$")
                        .param("times", times.toString())
                        .build())
                .runSingle();
        List<String> lines = Files.readAllLines(times);
        for (int way = 0; way < WAYS.size(); way++) {
            String[] told = lines.get(way).split(" ", -1);
            half.add(WAYS.get(way), Long.parseLong(told[0]) / 1_000.0);
            nearlyAll.add(WAYS.get(way), Long.parseLong(told[1]) / 1_000.0);
        }
        Files.delete(times);
    }

    private static ChainedOptionsBuilder options(String benchmark) {
        TimeValue iteration = TimeValue.seconds(1);
        return new OptionsBuilder()
                .include(benchmark)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(iteration)
                .measurementIterations(3)
                .measurementTime(iteration)
                .jvmArgs("-Xms512m", "-Xmx512m")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private String page(String loadBefore) {
        Map<String, String> values = new HashMap<>();
        for (String message : MESSAGES) {
            for (String reader : READERS) {
                String lane = reader + message;
                values.put(lane + "Nanos", format(nanos.median(lane)));
                values.put(lane + "Bytes", format(bytes.median(lane)));
                values.put(lane + "Ratio", format(nanos.ratio(lane, "tokens" + message)));
                values.put(lane + "Rate", format(1_000 / nanos.median(lane)));
            }
        }
        for (String way : WAYS) {
            values.put(way + "50", format(half.median(way)));
            values.put(way + "99", format(nearlyAll.median(way)));
            values.put(way + "Ratio", format(half.ratio(way, "outcome")));
        }
        values.put("options", "--rounds " + rounds);
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("rounds", Integer.toString(rounds));
        return PageTemplate.beside(CapitalSpeed.class, "capital-speed.md").fill(values);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
