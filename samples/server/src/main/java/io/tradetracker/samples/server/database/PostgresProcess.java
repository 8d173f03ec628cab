package io.tradetracker.samples.server.database;

import io.tradetracker.database.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** One running PostgreSQL. */
final class PostgresProcess implements AutoCloseable {
    static final String ROLE = "tradetracker";
    private static final String DATABASE = "tradetracker";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private PostgresProcess(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts PostgreSQL, and first makes the data directory when there is none. */
    static PostgresProcess start(Path dataDirectory, Path binaries, Path log, String password) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_START)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        serverSettings().forEach(builder::setServerConfig);
        PostgresProcess started = new PostgresProcess(builder.start());
        // Unpacking gives everybody the right to write there.
        OwnerOnly.secureFolder(binaries);
        return started;
    }

    /** {@return how an application connects} */
    DatabaseConfig application(String password) {
        return DatabaseConfig.of("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE, ROLE, password);
    }

    /** Gives superuser and application role the password, and makes the application's database. */
    void createApplicationDatabase(String password) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set password_encryption = 'scram-sha-256'");
            // Base64url needs no quoting.
            statement.execute("alter role postgres password '" + password + "'");
            statement.execute("create role " + ROLE + " login password '" + password + "'");
            statement.execute("create database " + DATABASE + " owner " + ROLE);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static Map<String, String> serverSettings() {
        return Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "max_connections", "40",
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "");
    }
}
