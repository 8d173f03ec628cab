package io.tradetracker.samples.server.database;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data directory of a PostgreSQL: made whole or not at all, and only reachable with its password. */
final class PostgresCluster {
    private static final String VERSION = "18";
    private static final long MAX_LOG_BYTES = 5_000_000;
    private static final List<String> ACCESS =
            List.of("# type database user address method", "host all all 127.0.0.1/32 scram-sha-256");

    private final Path data;
    private final Path unfinished;
    private final Path binaries;
    private final Path log;
    private final DatabasePassword password;

    PostgresCluster(DataFolder folder, Path binaries) {
        this.data = folder.resolve("postgres");
        this.unfinished = folder.resolve("postgres.unfinished");
        this.log = folder.resolve("postgres.log");
        this.password = new DatabasePassword(folder.resolve("postgres-password"));
        this.binaries = binaries;
    }

    /**
     * Makes the data directory at the first start, and stops an orphan at a later one.
     *
     * @return the password
     */
    String prepare() throws IOException {
        OrphanedPostmaster.stop(unfinished);
        OrphanedPostmaster.stop(data);
        deleteTree(unfinished);
        shortenLog();
        OwnerOnly.secureFolder(binaries);
        if (!Files.isDirectory(data)) {
            return create();
        }
        requireKnownVersion();
        requirePassword();
        return password.read();
    }

    PostgresProcess start(String secret) throws IOException {
        return PostgresProcess.start(data, binaries, log, secret);
    }

    /**
     * initdb leaves loopback open to everyone, so this happens aside and the directory gets its name when it is closed.
     */
    private String create() throws IOException {
        String secret = password.generate();
        try (PostgresProcess process = PostgresProcess.start(unfinished, binaries, log, secret)) {
            process.createApplicationDatabase(secret);
        } catch (SQLException failed) {
            throw new IOException("the new database could not be set up: " + failed.getMessage(), failed);
        }
        Files.write(unfinished.resolve("pg_hba.conf"), ACCESS);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    private void requireKnownVersion() throws IOException {
        Path file = data.resolve("PG_VERSION");
        String version = Files.isRegularFile(file) ? Files.readString(file).strip() : "no";
        if (!version.equals(VERSION)) {
            throw unusable("holds data of PostgreSQL version " + version + ", but this server brings version " + VERSION
                    + ": move the folder away to start anew, "
                    + "or use its data with a PostgreSQL of your own and JDBC_URL");
        }
    }

    private void requirePassword() {
        if (!password.exists()) {
            throw unusable(
                    "has lost the file postgres-password beside it: put it back, or move both away to start anew");
        }
    }

    private TradeTrackerException unusable(String why) {
        return new TradeTrackerException(ServerError.FOLDER_UNUSABLE, "database folder " + data + " " + why);
    }

    private void shortenLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.delete(log);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
