package io.tradetracker.samples.benchmarks.sweep;

import io.tradetracker.samples.benchmarks.PageTemplate;
import io.tradetracker.samples.benchmarks.Rounds;
import io.tradetracker.samples.benchmarks.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private final Rounds millis = new Rounds();

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
        for (int round = 0; round < rounds; round++) {
            for (SweepLane lane : SweepLane.values()) {
                progress.println("round " + (round + 1) + " of " + rounds + ": " + lane);
                millis.add(lane, measure(lane));
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

    private String page(String loadBefore) {
        double gain = millis.ratio(SweepLane.OURS_ONE, SweepLane.OURS_TWO);
        double atBest = millis.ratio(SweepLane.WORK_ONE, SweepLane.WORK_TWO);
        Map<String, String> values = new HashMap<>();
        values.put("ratio", format(millis.ratio(SweepLane.TA4J, SweepLane.OURS_TWO)));
        values.put("gain", format(gain));
        values.put("best", format(atBest));
        values.put("share", String.format(Locale.ROOT, "%.0f", 100 * gain / atBest));
        values.put("options", "--rounds " + rounds + " --candles " + candles);
        values.put("java", Surroundings.java() + ", `" + JVM + "`");
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("candles", Integer.toString(candles));
        values.put("rounds", Integer.toString(rounds));
        values.put("rows", Arrays.stream(SweepLane.values()).map(this::row).collect(Collectors.joining()));
        return PageTemplate.beside(SweepSpeed.class, "sweep-speed.md").fill(values);
    }

    private String row(SweepLane lane) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f |%n",
                lane,
                millis.median(lane),
                millis.ratio(lane, SweepLane.OURS_ONE),
                millis.ratio(lane, SweepLane.OURS_TWO));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
