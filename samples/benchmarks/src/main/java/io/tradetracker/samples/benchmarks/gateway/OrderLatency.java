package io.tradetracker.samples.benchmarks.gateway;

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

/** Measures how long an order takes from its decision until its request leaves, with each journal. */
@Command(name = "order-latency", mixinStandardHelpOptions = true, description = "Measures the order gateway.")
public final class OrderLatency implements Callable<Integer> {
    private static final List<String> LANES = List.of("force", "memory", "file", "postgres");

    private final Rounds half = new Rounds();
    private final Rounds nearlyAll = new Rounds();

    @Option(names = "--rounds", defaultValue = "5", description = "JVMs of each lane (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private OrderLatency() {}

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OrderLatency()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String before = Surroundings.load();
        for (int round = 0; round < rounds; round++) {
            for (String lane : LANES) {
                System.err.println("round " + (round + 1) + " of " + rounds + ": " + lane);
                measure(lane);
            }
        }
        String text = page(before);
        System.out.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private void measure(String lane) throws IOException, RunnerException {
        Path times = Files.createTempFile("order-latency", ".txt");
        TimeValue iteration = TimeValue.seconds(1);
        new Runner(new OptionsBuilder()
                        .include(OrderLatencyBenchmark.class.getName() + ".order$")
                        .param("journal", lane)
                        .param("times", times.toString())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(iteration)
                        .measurementIterations(3)
                        .measurementTime(iteration)
                        .jvmArgs("-Xms512m", "-Xmx512m")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        List<String> told = List.of(Files.readString(times).strip().split(" ", -1));
        half.add(lane, Long.parseLong(told.get(0)) / 1_000.0);
        nearlyAll.add(lane, Long.parseLong(told.get(1)) / 1_000.0);
        Files.delete(times);
    }

    private String page(String loadBefore) {
        Map<String, String> values = new HashMap<>();
        for (String lane : LANES) {
            values.put(lane + "50", format(half.median(lane)));
            values.put(lane + "99", format(nearlyAll.median(lane)));
            values.put(lane + "Ratio", format(half.ratio(lane, "force")));
        }
        values.put("options", "--rounds " + rounds);
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("rounds", Integer.toString(rounds));
        return PageTemplate.beside(OrderLatency.class, "order-latency.md").fill(values);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
