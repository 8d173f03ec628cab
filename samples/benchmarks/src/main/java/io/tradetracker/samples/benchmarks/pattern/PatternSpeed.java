package io.tradetracker.samples.benchmarks.pattern;

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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the scan of candlestick patterns against TA-Lib's functions, and prints the ratios. */
@Command(name = "pattern-speed", mixinStandardHelpOptions = true, description = "Measures 61 candlestick patterns.")
public final class PatternSpeed implements Callable<Integer> {
    private static final List<String> LANES = List.of("found", "asked", "taLib");

    private final Rounds millis = new Rounds();

    @Option(names = "--rounds", defaultValue = "5", description = "JVMs of each lane (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--candles", defaultValue = "100000", description = "Candles of a scan (${DEFAULT-VALUE}).")
    private int candles;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private PatternSpeed() {}

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PatternSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String before = Surroundings.load();
        for (int round = 0; round < rounds; round++) {
            for (String lane : LANES) {
                System.err.println("round " + (round + 1) + " of " + rounds + ": " + lane);
                millis.add(lane, measure(lane));
            }
        }
        String text = page(before);
        System.out.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private double measure(String lane) throws RunnerException {
        TimeValue iteration = TimeValue.milliseconds(500);
        return new Runner(new OptionsBuilder()
                        .include(CandlestickBenchmark.class.getName() + "." + lane + "$")
                        .param("candles", Integer.toString(candles))
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(iteration)
                        .measurementIterations(5)
                        .measurementTime(iteration)
                        .jvmArgs("-Xms1g", "-Xmx1g")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }

    private String page(String loadBefore) {
        Map<String, String> values = new HashMap<>();
        values.put("found", format(millis.ratio("taLib", "found")));
        values.put("asked", format(millis.ratio("taLib", "asked")));
        values.put("msFound", format(millis.median("found")));
        values.put("msAsked", format(millis.median("asked")));
        values.put("msTaLib", format(millis.median("taLib")));
        values.put("options", "--rounds " + rounds + " --candles " + candles);
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("candles", Integer.toString(candles));
        values.put("rounds", Integer.toString(rounds));
        return PageTemplate.beside(PatternSpeed.class, "pattern-speed.md").fill(values);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
