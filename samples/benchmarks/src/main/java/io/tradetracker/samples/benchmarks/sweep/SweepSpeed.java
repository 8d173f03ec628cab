package io.tradetracker.samples.benchmarks.sweep;

import io.tradetracker.samples.benchmarks.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a sweep in ours and in ta4j, round after round in JVMs of their own, and prints the ratios. */
@Command(name = "sweep-speed", mixinStandardHelpOptions = true, description = "Measures a sweep of 200 pairs.")
public final class SweepSpeed implements Callable<Integer> {
    private static final String JVM = "-Xms8g -Xmx8g -XX:+AlwaysPreTouch";

    private final PrintStream screen = System.out;
    private final PrintStream progress = System.err;
    private final Map<SweepLane, double[]> millis = new EnumMap<>(SweepLane.class);

    @Option(names = "--rounds", defaultValue = "5", description = "JVMs of each lane (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--candles", defaultValue = "100000", description = "Candles of a run (${DEFAULT-VALUE}).")
    private int candles;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private SweepSpeed() {}

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SweepSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String before = Surroundings.load();
        for (SweepLane lane : SweepLane.values()) {
            millis.put(lane, new double[rounds]);
        }
        for (int round = 0; round < rounds; round++) {
            for (SweepLane lane : SweepLane.values()) {
                progress.println("round " + (round + 1) + " of " + rounds + ": " + lane);
                Objects.requireNonNull(millis.get(lane))[round] = measure(lane);
            }
        }
        String text = page(before);
        screen.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private double measure(SweepLane lane) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(SweepBenchmark.class.getName() + ".run$")
                        .param("lane", lane.name())
                        .param("candles", Integer.toString(candles))
                        .forks(1)
                        .warmupIterations(lane == SweepLane.TA4J ? 2 : 8)
                        .measurementIterations(lane == SweepLane.TA4J ? 3 : 9)
                        .jvmArgs(JVM.split(" "))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }

    private String page(String loadBefore) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (SweepLane lane : SweepLane.values()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f |%n",
                    lane,
                    median(Objects.requireNonNull(millis.get(lane))),
                    ratio(lane, SweepLane.OURS_ONE),
                    ratio(lane, SweepLane.OURS_TWO)));
        }
        double gain = ratio(SweepLane.OURS_ONE, SweepLane.OURS_TWO);
        double atBest = ratio(SweepLane.WORK_ONE, SweepLane.WORK_TWO);
        String template;
        try (InputStream page = SweepSpeed.class.getResourceAsStream("sweep-speed.md")) {
            template = new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        }
        return template.replace("{ratio}", format(ratio(SweepLane.TA4J, SweepLane.OURS_TWO)))
                .replace("{gain}", format(gain))
                .replace("{best}", format(atBest))
                .replace("{share}", String.format(Locale.ROOT, "%.0f", 100 * gain / atBest))
                .replace("{options}", "--rounds " + rounds + " --candles " + candles)
                .replace("{commit}", Surroundings.commit())
                .replace("{machine}", Surroundings.machine())
                .replace("{java}", Surroundings.java() + ", `" + JVM + "`")
                .replace("{load}", loadBefore + " and " + Surroundings.load())
                .replace("{candles}", Integer.toString(candles))
                .replace("{rounds}", Integer.toString(rounds))
                .replace("{rows}", rows);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** {@return the median of the rounds' ratios} */
    private double ratio(SweepLane lane, SweepLane to) {
        double[] its = Objects.requireNonNull(millis.get(lane));
        double[] others = Objects.requireNonNull(millis.get(to));
        double[] ratios = new double[its.length];
        Arrays.setAll(ratios, i -> its[i] / others[i]);
        return median(ratios);
    }

    private static double median(double[] values) {
        return List.of(Arrays.stream(values).sorted().boxed().toArray(Double[]::new))
                .get(values.length / 2);
    }
}
