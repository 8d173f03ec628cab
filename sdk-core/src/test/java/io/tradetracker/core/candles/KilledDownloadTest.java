package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.each;
import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that download and are killed without warning; the next one goes on. */
final class KilledDownloadTest {
    private static final int SIGKILL = 137;

    @TempDir
    private Path folder;

    @Test
    void whatKilledProcessesWereToldIsKeptAndNothingIsHalf() throws Exception {
        killTimes(6, 20_240_304);
    }

    @Test
    @Tag("evidence")
    void alsoAfterManyKills() throws Exception {
        killTimes(60, 20_240_305);
    }

    private void killTimes(int kills, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        long told = 0;
        for (int kill = 1; kill <= kills; kill++) {
            told = Math.max(told, killAfter(1 + random.nextInt(15), random.nextInt(2_000_000)));

            assertWhole(told, "seed " + seed + ", kill " + kill);
        }
        assertThat(told).as("minutes of seed %s", seed).isBetween(1L, DownloadUnderFire.MINUTES - 1L);
    }

    private void assertWhole(long told, String name) {
        try (CandleStore store = FileCandleStore.open(folder)) {
            List<TimeRange> ranges = store.covered(KEY).ranges();
            assertThat(ranges).as(name).hasSize(1);
            long known = DownloadUnderFire.minuteOf(ranges.getFirst());
            assertThat(known).as(name).isGreaterThanOrEqualTo(told);
            assertThat(store.read(KEY, minute(0), minute(known))).as(name).isEqualTo(each(0, known));
        }
    }

    @Test
    void anotherProcessMayReadButNotWriteUntilTheFirstEnds() throws Exception {
        Process child = start();
        try (BufferedReader said = child.inputReader();
                CandleStore store = FileCandleStore.open(folder)) {
            long told = Long.parseLong(said.readLine());

            assertThatThrownBy(() -> store.write(KEY, minutes(-1, 0), each(-1, 0)))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(CoreError.ANOTHER_WRITER))
                    .hasMessageContaining("is written by process " + child.pid());
            for (int look = 0; look < 20; look++) {
                assertWhole(told, "look " + look);
            }

            child.toHandle().destroyForcibly();
            child.waitFor();
            store.write(KEY, minutes(-1, 0), each(-1, 0));
            assertThat(store.read(KEY, minute(-1), minute(told))).isEqualTo(each(-1, told));
        }
    }

    /**
     * Kills a process some nanoseconds after it said that some windows are kept.
     *
     * @return how many minutes it said last
     */
    private long killAfter(int windows, long nanos) throws IOException, InterruptedException {
        Process process = start();
        String last = "0";
        try (BufferedReader said = process.inputReader()) {
            int lines = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assertThat(line).containsOnlyDigits();
                last = line;
                if (++lines == windows) {
                    long until = System.nanoTime() + nanos;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(process.waitFor()).as("it said %s last", last).isEqualTo(SIGKILL);
            return Long.parseLong(last);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DownloadUnderFire.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }
}
