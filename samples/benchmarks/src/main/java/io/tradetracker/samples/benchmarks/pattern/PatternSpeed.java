package io.tradetracker.samples.benchmarks.pattern;

import io.tradetracker.samples.benchmarks.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    private final Map<String, double[]> millis = new LinkedHashMap<>();

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
        LANES.forEach(lane -> millis.put(lane, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (String lane : LANES) {
                System.err.println("round " + (round + 1) + " of " + rounds + ": " + lane);
                of(lane)[round] = measure(lane);
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

    private String page(String loadBefore) throws IOException {
        try (InputStream page = PatternSpeed.class.getResourceAsStream("pattern-speed.md")) {
            String template = new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
            return template.replace("{found}", ratio("found"))
                    .replace("{asked}", ratio("asked"))
                    .replace("{msFound}", median("found"))
                    .replace("{msAsked}", median("asked"))
                    .replace("{msTaLib}", median("taLib"))
                    .replace("{options}", "--rounds " + rounds + " --candles " + candles)
                    .replace("{commit}", Surroundings.commit())
                    .replace("{machine}", Surroundings.machine())
                    .replace("{java}", Surroundings.java())
                    .replace("{load}", loadBefore + " and " + Surroundings.load())
                    .replace("{candles}", Integer.toString(candles))
                    .replace("{rounds}", Integer.toString(rounds));
        }
    }

    private String median(String lane) {
        return format(middle(of(lane)));
    }

    /** {@return the median of the rounds' ratios} */
    private String ratio(String lane) {
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> of("taLib")[i] / of(lane)[i]);
        return format(middle(ratios));
    }

    private double[] of(String lane) {
        return Objects.requireNonNull(millis.get(lane));
    }

    private static double middle(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
