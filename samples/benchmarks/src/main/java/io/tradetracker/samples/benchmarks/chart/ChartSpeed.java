package io.tradetracker.samples.benchmarks.chart;

import io.tradetracker.samples.benchmarks.PageTemplate;
import io.tradetracker.samples.benchmarks.Rounds;
import io.tradetracker.samples.benchmarks.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** Measures charts and the scan for chart patterns, round after round in JVMs of their own, and prints the ratios. */
@Command(name = "chart-speed", mixinStandardHelpOptions = true, description = "Measures charts and chart patterns.")
public final class ChartSpeed implements Callable<Integer> {
    private static final int SHORT = 250_000;
    private static final int LONG = 1_000_000;

    private final Rounds millis = new Rounds();

    @Option(names = "--rounds", defaultValue = "5", description = "JVMs of each lane (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private ChartSpeed() {}

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChartSpeed()).execute(arguments));
    }

    private static Map<String, Integer> lanes() {
        Map<String, Integer> lanes = new LinkedHashMap<>();
        for (String lane : new String[] {
            "chart", "imageIo", "chartsOneThread", "chartsTwoThreads", "workOneThread", "workTwoThreads", "scan"
        }) {
            lanes.put(lane, SHORT);
        }
        lanes.put("scanLong", LONG);
        return lanes;
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String before = Surroundings.load();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Integer> lane : lanes().entrySet()) {
                System.err.println("round " + (round + 1) + " of " + rounds + ": " + lane.getKey());
                millis.add(lane.getKey(), measure(lane.getKey().replace("Long", ""), lane.getValue()));
            }
        }
        String text = page(before);
        System.out.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private static double measure(String lane, int candles) throws RunnerException {
        TimeValue iteration = TimeValue.milliseconds(500);
        return new Runner(new OptionsBuilder()
                        .include(ChartBenchmark.class.getName() + "." + lane + "$")
                        .param("candles", Integer.toString(candles))
                        .forks(1)
                        .warmupIterations(10)
                        .warmupTime(iteration)
                        .measurementIterations(9)
                        .measurementTime(iteration)
                        .jvmArgs("-Xms1g", "-Xmx1g", "-Djava.awt.headless=true")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }

    private String page(String loadBefore) {
        double gain = millis.ratio("chartsOneThread", "chartsTwoThreads");
        double atBest = millis.ratio("workOneThread", "workTwoThreads");
        Map<String, String> values = new HashMap<>();
        values.put("chart", format(millis.ratio("chart", "imageIo")));
        values.put("gain", format(gain));
        values.put("best", format(atBest));
        values.put("share", String.format(Locale.ROOT, "%.0f", 100 * gain / atBest));
        values.put("growth", format(millis.ratio("scanLong", "scan")));
        lanes().keySet().forEach(lane -> values.put("ms" + lane, format(millis.median(lane))));
        values.put("nanos", String.format(Locale.ROOT, "%.0f", 1e6 * millis.median("scanLong") / LONG));
        values.put("options", "--rounds " + rounds);
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("rounds", Integer.toString(rounds));
        return PageTemplate.beside(ChartSpeed.class, "chart-speed.md").fill(values);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
