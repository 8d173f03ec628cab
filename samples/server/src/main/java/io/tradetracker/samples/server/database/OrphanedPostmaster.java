package io.tradetracker.samples.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the server that started it, as after {@code kill -9}. Only to be stopped by the process
 * that holds the folder's lock: then its owner is gone.
 */
final class OrphanedPostmaster {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final int POLITE_SECONDS = 10;
    private static final int FORCED_SECONDS = 10;

    private OrphanedPostmaster() {}

    /** Stops the PostgreSQL of this data directory if one runs, and touches no other process. */
    static void stop(Path dataDirectory) throws IOException {
        Optional<ProcessHandle> orphan = find(dataDirectory);
        if (orphan.isPresent()) {
            LOG.info(
                    "Stopping PostgreSQL {} that an earlier server left behind",
                    orphan.get().pid());
            stop(orphan.get());
        }
    }

    /** {@return the running PostgreSQL that serves this data directory} */
    static Optional<ProcessHandle> find(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !lines.get(0).strip().matches("[0-9]{1,10}") || !isSame(lines.get(1), dataDirectory)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> serves(process, dataDirectory));
    }

    /**
     * A pid is used again after a while, so the process must be a PostgreSQL that was started on this very directory.
     */
    private static boolean serves(ProcessHandle process, Path dataDirectory) {
        ProcessHandle.Info info = process.info();
        String command = info.command().orElse("");
        return (command.endsWith("/postgres") || command.endsWith("\\postgres.exe"))
                && info.arguments()
                        .map(arguments -> Arrays.stream(arguments).anyMatch(each -> isSame(each, dataDirectory)))
                        .orElse(true);
    }

    private static boolean isSame(String text, Path dataDirectory) {
        try {
            return !text.isBlank() && Files.isSameFile(Path.of(text), dataDirectory);
        } catch (IOException | java.nio.file.InvalidPathException notAPath) {
            return false;
        }
    }

    private static void stop(ProcessHandle postmaster) throws IOException {
        List<ProcessHandle> workers = postmaster.descendants().toList();
        postmaster.destroy();
        if (!ends(Stream.of(postmaster), POLITE_SECONDS)) {
            postmaster.destroyForcibly();
        }
        if (!ends(Stream.concat(Stream.of(postmaster), workers.stream()), FORCED_SECONDS)) {
            throw new IOException(
                    "PostgreSQL " + postmaster.pid() + " of an earlier server does not stop: end it by hand");
        }
    }

    private static boolean ends(Stream<ProcessHandle> processes, int seconds) throws IOException {
        try {
            CompletableFuture.allOf(processes.map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillAlive) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an earlier PostgreSQL stopped", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IOException(failed);
        }
    }
}
