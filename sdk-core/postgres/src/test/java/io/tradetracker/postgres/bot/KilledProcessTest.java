package io.tradetracker.postgres.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.testkit.KeptPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes that run a bot and are killed without warning. */
final class KilledProcessTest {
    private static final KeptPart KEPT =
            new KeptPart(Path.of("..", "..", "docs", "evidence", "bot-restart.md"), "sigkill");
    private static final String HEADING = """
            | sessions, by seed | killed by SIGKILL | entries | fills | records equal |
            |---|---|---|---|---|
            """;
    private static final int SIGKILL = 137;
    private static final int KILLS = 3;
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
    void aRecordOfKilledProcessesEndsAsThatOfABotThatWasNeverKilled() throws Exception {
        assertThat(KEPT.text()).startsWith((HEADING + line(1)).strip());
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() throws Exception {
        String table = HEADING + line(1) + "\n" + line(12);
        System.out.println(table);
        if (KeptPart.updates()) {
            KEPT.write(table);
        }

        assertThat(KEPT.text()).isEqualTo(table.strip());
    }

    private static String line(int sessions) throws Exception {
        int entries = 0;
        int fills = 0;
        for (long seed = 1; seed <= sessions; seed++) {
            List<JournalEntry> record = play(seed);
            entries += record.size();
            fills += record.stream().mapToInt(entry -> entry.fills().size()).sum();
        }
        String name = sessions == 1 ? "1" : "1 to " + sessions;
        return "| " + name + " | " + KILLS * sessions + " | " + entries + " | " + fills + " | " + sessions + " |";
    }

    private static List<JournalEntry> play(long seed) throws Exception {
        List<JournalEntry> expected = neverKilled(seed);
        String url = server.newDatabase();
        try (Database database = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            CoreSchema.migrate(database);
            PostgresBotJournal journal = new PostgresBotJournal(database);
            SeededSession session = new SeededSession(seed);
            session.create(journal);
            Random random = new Random(seed);
            int target = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                target += 1 + random.nextInt(expected.size() / (KILLS + 1));
                killAt(url, seed, target, journal);
            }
            runToTheEnd(url, seed);

            assertThat(SeededSession.entries(journal)).as("seed %d", seed).isEqualTo(expected);
            assertThat(session.replay(journal).statement()).endsWith("are equal to the record.");
            return expected;
        }
    }

    private static List<JournalEntry> neverKilled(long seed) {
        BotJournal journal = new InMemoryBotJournal();
        SeededSession session = new SeededSession(seed);
        session.create(journal);
        try (Bot bot = session.open(journal.bots().getFirst(), journal, sequence -> {})) {
            session.play(bot);
        }
        return SeededSession.entries(journal);
    }

    /** A process whose lease runs out, since the machine is busy, ends by itself; then another one is killed. */
    private static void killAt(String url, long seed, int target, BotJournal journal)
            throws IOException, InterruptedException {
        Ended ended;
        do {
            int next = Math.max(target, SeededSession.entries(journal).size() + 1);
            ended = run(url, seed, next, true);
        } while (ended.exit() == BotUnderFire.LEASE_LOST);
        assertThat(ended.exit())
                .as("seed %d, entry %d: %s", seed, target, ended.said())
                .isEqualTo(SIGKILL);
    }

    private static void runToTheEnd(String url, long seed) throws IOException, InterruptedException {
        Ended ended;
        do {
            ended = run(url, seed, 0, false);
        } while (ended.exit() == BotUnderFire.LEASE_LOST);
        assertThat(ended.exit()).as("seed %d: %s", seed, ended.said()).isZero();
        assertThat(ended.said()).contains(BotUnderFire.DONE);
    }

    private static Ended run(String url, long seed, long sayAt, boolean kill) throws IOException, InterruptedException {
        Process process = start(url, seed, sayAt);
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (kill && line.equals(BotUnderFire.REACHED)) {
                    process.toHandle().destroyForcibly();
                    break;
                }
            }
            return new Ended(process.waitFor(), lines);
        }
    }

    private record Ended(int exit, List<String> said) {}

    private static Process start(String url, long seed, long sayAt) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BotUnderFire.class.getName(),
                        url,
                        server.user(),
                        Long.toString(seed),
                        Long.toString(sayAt))
                .redirectErrorStream(true)
                .start();
    }
}
