package io.tradetracker.postgres.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes that write a record in PostgreSQL and are killed without warning. */
final class KilledWriterTest {
    private static final int SIGKILL = 137;
    private static TestPostgres server;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void whatKilledProcessesWereToldIsOnRecordAndNothingIsHalf() throws Exception {
        killTimes(10, 20260105);
    }

    @Test
    @Tag("evidence")
    void alsoAfterManyKills() throws Exception {
        killTimes(100, 20260106);
    }

    private static void killTimes(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        String url = server.newDatabase();
        try (Database database = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            CoreSchema.migrate(database);
            OrderJournal journal = new PostgresOrderJournal(database);
            for (int epoch = 1; epoch <= kills; epoch++) {
                long acknowledged = killAfter(1 + random.nextInt(60), random.nextInt(2_000_000), url, epoch);
                // waits for a statement of the killed process that the server still works on
                journal.claim(WriterUnderFire.ACCOUNT, epoch);

                List<GatewayFact> read = read(journal);
                long last = WriterUnderFire.stepOf(read.getLast());
                assertThat(last).as("seed %d, kill %d", seed, epoch).isBetween(acknowledged, acknowledged + 1);
                assertThat(read)
                        .as("seed %d, kill %d: steps 1 to %d", seed, epoch, last)
                        .isEqualTo(LongStream.rangeClosed(1, last)
                                .boxed()
                                .flatMap(step -> WriterUnderFire.facts(step).stream())
                                .toList());
            }
        }
    }

    private static List<GatewayFact> read(OrderJournal journal) {
        List<GatewayFact> facts = new ArrayList<>();
        journal.read(WriterUnderFire.ACCOUNT, 0, (sequence, fact) -> facts.add(fact));
        return facts;
    }

    /**
     * Kills a process some nanoseconds after it said that some steps were acknowledged.
     *
     * @return the last one that it said was acknowledged
     */
    private static long killAfter(int steps, long nanos, String url, long epoch)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterUnderFire.class.getName(),
                        url,
                        server.user(),
                        Long.toString(epoch))
                .redirectErrorStream(true)
                .start();
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
}
