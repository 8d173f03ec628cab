package io.tradetracker.postgres.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.ConfigurationVersion;
import io.tradetracker.coretestkit.BotJournalContract;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresBotJournalContractTest extends BotJournalContract {
    private static TestPostgres server;

    private Database database;
    private BotJournal journal;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(server.newDatabase(), server.user(), ""));
        CoreSchema.migrate(database);
        journal = new PostgresBotJournal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected BotJournal journal() {
        return journal;
    }

    @Test
    void readsABotThatWasOnRecordBeforeThereWereVersions() throws IOException {
        try (Database old = Database.open(DatabaseConfig.of(server.newDatabase(), server.user(), ""))) {
            String first = Files.readString(Path.of("src/main/resources/db/migration/core/V1__bots.sql"));
            String second =
                    Files.readString(Path.of("src/main/resources/db/migration/core/V2__leases_and_versions.sql"));
            String bot = Files.readString(Path.of("src/test/resources/bot-of-version-1.json"));
            old.inTransaction(handle -> {
                handle.createScript(first).execute();
                handle.createUpdate("insert into bot (id, configuration, state, reason) values ('old', cast(:bot as"
                                + " json), 'STOPPED', '')")
                        .bind("bot", bot)
                        .execute();
                return handle.createScript(second).execute();
            });

            PostgresBotJournal read = new PostgresBotJournal(old);

            assertThat(read.bots()).singleElement().satisfies(stored -> {
                assertThat(stored.beginsAfter()).isZero();
                assertThat(stored.configuration().others()).isEmpty();
            });
            assertThat(read.versions(BotId.of("old")))
                    .extracting(ConfigurationVersion::configuration)
                    .containsExactly(read.bots().getFirst().configuration());
        }
    }
}
