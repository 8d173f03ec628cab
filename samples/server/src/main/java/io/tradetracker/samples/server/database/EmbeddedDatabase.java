package io.tradetracker.samples.server.database;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.samples.server.ServerError;
import java.io.IOException;
import java.nio.file.Path;

/**
 * PostgreSQL in a data folder, made at the first start and kept: durable (fsync and synchronous commit on), on the
 * loopback address and a free port, with a generated password. One process at a time; it holds the folder's lock first
 * and last.
 *
 * <pre>
 * folder/lock                 held by the process that runs
 * folder/postgres/            the data
 * folder/postgres-password    readable by its owner alone
 * folder/postgres.log         what PostgreSQL says
 * folder/binaries/            PostgreSQL itself, unpacked once
 * </pre>
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final int POOL_SIZE = 8;

    private final DataFolder folder;
    private final PostgresProcess process;
    private final DatabaseConfig config;

    private EmbeddedDatabase(DataFolder folder, PostgresProcess process, DatabaseConfig config) {
        this.folder = folder;
        this.process = process;
        this.config = config;
    }

    /**
     * Starts PostgreSQL, after stopping one that a killed server left behind on this folder.
     *
     * @param path the data folder, made when missing
     * @return a running database
     * @throws TradeTrackerException FOLDER_IN_USE, FOLDER_UNUSABLE or DATABASE_NOT_STARTED; nothing keeps running then
     */
    public static EmbeddedDatabase start(Path path) {
        return start(path, path.resolve("binaries"));
    }

    /**
     * Starts PostgreSQL with its programs elsewhere than in the data folder.
     *
     * @param path the data folder, made when missing
     * @param binaries where PostgreSQL is unpacked to, shared between folders
     * @return a running database
     * @throws TradeTrackerException as {@link #start(Path)}
     */
    public static EmbeddedDatabase start(Path path, Path binaries) {
        DataFolder folder = DataFolder.lock(path);
        try {
            PostgresCluster cluster = new PostgresCluster(folder, binaries);
            String password = cluster.prepare();
            PostgresProcess process = cluster.start(password);
            return new EmbeddedDatabase(
                    folder, process, process.application(password).withPoolSize(POOL_SIZE));
        } catch (IOException | RuntimeException failed) {
            closeAfter(failed, folder);
            throw failed instanceof TradeTrackerException known ? known : notStarted(folder, failed);
        }
    }

    /** {@return how to connect, as a role that is no superuser} */
    public DatabaseConfig config() {
        return config;
    }

    /** Stops PostgreSQL, then lets go of the folder. */
    @Override
    public void close() {
        try (folder) {
            process.close();
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    ServerError.DATABASE_NOT_STARTED,
                    "PostgreSQL did not stop cleanly: " + failed.getMessage(),
                    failed);
        }
    }

    private static TradeTrackerException notStarted(DataFolder folder, Exception failed) {
        return new TradeTrackerException(
                ServerError.DATABASE_NOT_STARTED,
                "PostgreSQL did not start in " + folder.resolve("postgres") + " (" + failed.getMessage() + "): see "
                        + folder.resolve("postgres.log") + ", or use a database of your own with JDBC_URL",
                failed);
    }

    private static void closeAfter(Exception failed, DataFolder folder) {
        try {
            folder.close();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
