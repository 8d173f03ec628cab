package io.tradetracker.samples.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures all lanes and prints the ratios, once all lanes have made the same round trips. */
@Command(
        name = "engine-speed",
        mixinStandardHelpOptions = true,
        description = "Measures the engine against ta4j and a fused loop, and prints ratios.")
public final class EngineSpeed implements Callable<Integer> {
    private final PrintStream screen;
    private final PrintStream progress;

    @Option(names = "--quick", description = "Three rounds of short iterations, about two minutes.")
    private boolean quick;

    @Option(names = "--candles", defaultValue = "100000", description = "Candles of a run (${DEFAULT-VALUE}).")
    private int candles;

    @Option(names = "--seed", defaultValue = "42", description = "Seed of the candles (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private EngineSpeed(PrintStream screen, PrintStream progress) {
        this.screen = screen;
        this.progress = progress;
    }

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EngineSpeed(System.out, System.err)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        Plan plan = quick ? Plan.quick(candles, seed) : Plan.full(candles, seed);
        progress.println("checking that every lane makes the same round trips");
        EvidencePage page = new EvidencePage(plan);
        String text = page.toMarkdown(new Measurement(plan, progress::println).run());
        screen.print(text);
        if (out != null) {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(out, text);
        }
        return 0;
    }
}
