package io.tradetracker.postgres.gateway;

import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.coretestkit.OrderJournalContract;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresOrderJournalContractTest extends OrderJournalContract {
    private static TestPostgres server;

    private Database database;
    private OrderJournal journal;

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
        journal = new PostgresOrderJournal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected OrderJournal journal() {
        return journal;
    }
}
