package io.tradetracker.database.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for the tests of one class, on a free port of this machine, with data that is thrown away. Fast
 * and not durable; use {@link #newDatabase()} so that no test sees another's rows.
 */
public final class TestPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** {@return a running server} */
    public static TestPostgres start() {
        try {
            return new TestPostgres(EmbeddedPostgres.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("the test's PostgreSQL did not start", failed);
        }
    }

    /** {@return the JDBC URL of a new, empty database} */
    public String newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("database " + name + " could not be made", failed);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** {@return the role that owns every database here; it needs no password} */
    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the test's PostgreSQL did not stop", failed);
        }
    }
}
