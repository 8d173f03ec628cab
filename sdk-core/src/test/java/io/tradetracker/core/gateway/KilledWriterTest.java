package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write a record in files and are killed without warning. */
final class KilledWriterTest {
    private static final int SIGKILL = 137;

    @TempDir
    private Path folder;

    @Test
    void whatKilledProcessesWereToldIsOnRecordAndNothingIsHalf() throws Exception {
        killTimes(10, 20260105);
    }

    @Test
    @Tag("evidence")
    void alsoAfterManyKills() throws Exception {
        killTimes(200, 20260106);
    }

    private void killTimes(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int kill = 1; kill <= kills; kill++) {
            acknowledged = Math.max(acknowledged, killAfter(1 + random.nextInt(60), random.nextInt(2_000_000), kill));

            List<GatewayFact> read = read();
            long last = assertWholeSteps(read);
            assertThat(last).as("seed %d, kill %d", seed, kill).isBetween(acknowledged, acknowledged + 1);
        }
    }

    private static long assertWholeSteps(List<GatewayFact> read) {
        long last = WriterUnderFire.stepOf(read.getLast());
        assertThat(read)
                .as("steps 1 to %d", last)
                .isEqualTo(LongStream.rangeClosed(1, last)
                        .boxed()
                        .flatMap(step -> WriterUnderFire.facts(step).stream())
                        .toList());
        return last;
    }

    @Test
    void anotherProcessIsRefusedByTheOneThatWritesUntilThatEnds() throws Exception {
        Process child = start(1);
        try (BufferedReader said = child.inputReader();
                OrderJournal journal = FileOrderJournal.open(folder)) {
            assertThat(said.readLine()).isEqualTo("1");

            assertThatThrownBy(() -> journal.claim(WriterUnderFire.ACCOUNT, 2))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(CoreError.ANOTHER_WRITER))
                    .hasMessageContaining("is written by process " + child.pid());

            for (int look = 0; look < 20; look++) {
                assertWholeSteps(read());
            }

            child.toHandle().destroyForcibly();
            child.waitFor();
            assertThat(journal.claim(WriterUnderFire.ACCOUNT, 2).lastSequence()).isPositive();
        }
    }

    @Test
    void aSecondJournalOfAProcessDoesNotGiveUpTheLockOfTheFirst() throws Exception {
        try (OrderJournal journal = FileOrderJournal.open(folder);
                OrderJournal second = FileOrderJournal.open(folder)) {
            journal.claim(WriterUnderFire.ACCOUNT, 1);
            assertThatThrownBy(() -> second.claim(WriterUnderFire.ACCOUNT, 2)).hasMessageContaining("this process");

            Process child = start(3);
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(child.waitFor()).isEqualTo(1);
            assertThat(said)
                    .contains("is written by process " + ProcessHandle.current().pid());
        }
    }

    private List<GatewayFact> read() {
        List<GatewayFact> facts = new ArrayList<>();
        try (OrderJournal journal = FileOrderJournal.open(folder)) {
            journal.read(WriterUnderFire.ACCOUNT, 0, (sequence, fact) -> facts.add(fact));
        }
        return facts;
    }

    /**
     * Kills a process some nanoseconds after it said that some steps were acknowledged.
     *
     * @return the last one that it said was acknowledged
     */
    private long killAfter(int steps, long nanos, long epoch) throws IOException, InterruptedException {
        Process process = start(epoch);
        String last = "0";
        try (BufferedReader said = process.inputReader()) {
            int lines = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assertThat(line).containsOnlyDigits();
                last = line;
                if (++lines == steps) {
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

    private Process start(long epoch) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterUnderFire.class.getName(),
                        folder.toString(),
                        Long.toString(epoch))
                .redirectErrorStream(true)
                .start();
    }
}
