package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long file in little memory: about 150 bytes a candle, most of them its six columns. */
final class LongFileIT {
    @TempDir
    Path folder;

    @Test
    void runsOverAMillionCandlesIn220Megabytes() throws IOException, InterruptedException {
        assertRuns(1_000_000, "220m");
    }

    @Test
    @Tag("evidence")
    void runsOverTenMillionCandlesIn1500Megabytes() throws IOException, InterruptedException {
        assertRuns(10_000_000, "1500m");
    }

    private void assertRuns(int candles, String memory) throws IOException, InterruptedException {
        Path file = walk(candles);
        File out = folder.resolve("out.txt").toFile();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-jar",
                Path.of("target/tradetracker.jar").toString(),
                "backtest",
                "--strategy",
                "sma-cross",
                "--data",
                file.toString(),
                "--instrument",
                "LONG",
                "--timeframe",
                "1m",
                "--html",
                folder.resolve("report.html").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();

        assertThat(process.waitFor()).as(Files.readString(out.toPath())).isZero();
        assertThat(Files.readString(out.toPath())).contains(candles + " candles");
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(1_000_000);
    }

    private Path walk(int candles) throws IOException {
        Path file = folder.resolve("long.csv");
        SplittableRandom random = new SplittableRandom(42);
        long start = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
        int price = 100_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("time,open,high,low,close,volume\n");
            for (int i = 0; i < candles; i++) {
                int open = price;
                price = Math.max(50_000, price + random.nextInt(-60, 61));
                out.write(Instant.ofEpochMilli(start + i * 60_000L) + "," + cents(open) + ","
                        + cents(Math.max(open, price) + random.nextInt(40)) + ","
                        + cents(Math.min(open, price) - random.nextInt(40)) + "," + cents(price) + ",1\n");
            }
        }
        return file;
    }

    private static String cents(int price) {
        return price / 100 + "." + price / 10 % 10 + price % 10;
    }
}
