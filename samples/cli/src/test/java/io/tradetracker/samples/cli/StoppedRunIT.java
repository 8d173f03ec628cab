package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stops the packaged program at its work and looks for what it leaves behind. */
@Timeout(120)
final class StoppedRunIT {
    private static final Path JAR = Path.of("target/tradetracker.jar").toAbsolutePath();
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    private Path temporary;

    @BeforeEach
    void onlyWhereThereAreSignals() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs a Linux");
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private Process backtest(Path data) throws IOException {
        Path fills = folder.resolve("fills.csv");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of((java + " -Djava.io.tmpdir=" + temporary + " -jar " + JAR
                                + " backtest --strategy sma-cross --instrument X --timeframe 1m --quiet --data "
                                + data + " --fills " + fills + " --set fast=1 slow=2")
                        .split(" ")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    @Test
    void leavesNoPluginsBehindWhenItIsStoppedWhileReading() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process process = backtest(pipe);

        try (OutputStream feeding = Files.newOutputStream(pipe)) {
            feeding.write(HEADER.getBytes(StandardCharsets.UTF_8));
            await(process, () -> names(temporary).stream().anyMatch(isPluginCopy()));
            process.destroy();
            feedUntilItEnds(process, feeding);
        }

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(folder.resolve("out.txt")).isEmptyFile();
        assertThat(names(temporary)).noneMatch(isPluginCopy());
    }

    @Test
    void leavesNoHalfFileBehindWhenItIsStoppedWhileWriting() throws Exception {
        Process process = backtest(zigzag(150_000));

        await(process, () -> names(folder).stream().anyMatch(name -> name.endsWith(".part")));
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(names(folder)).noneMatch(name -> name.endsWith(".part"));
        assertThat(names(temporary)).noneMatch(isPluginCopy());
    }

    private static void await(Process process, Callable<Boolean> condition) throws Exception {
        while (process.isAlive() && !condition.call()) {
            Thread.onSpinWait();
        }
    }

    /** A data file without an end. */
    private static void feedUntilItEnds(Process process, OutputStream feeding) {
        try {
            for (long minute = 0; process.isAlive(); minute++) {
                String candle = Instant.ofEpochSecond(60 * minute) + ",1,1,1,1,1\n";
                feeding.write(candle.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            assertThat(ended).hasMessageContaining("Broken pipe");
        }
    }

    /** Candles of which each crosses, so that there are many fills. */
    private Path zigzag(int candles) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < candles; i++) {
            text.append(Instant.ofEpochSecond(1_577_836_800L + 60L * i)).append(",1,3,1,");
            text.append(1 + i % 2).append(",1\n");
        }
        return Files.writeString(folder.resolve("zigzag.csv"), text);
    }

    private static Predicate<String> isPluginCopy() {
        return name -> name.startsWith("tradetracker-plugins-");
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
