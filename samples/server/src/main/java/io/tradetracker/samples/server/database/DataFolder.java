package io.tradetracker.samples.server.database;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.ServerError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder that one process uses at a time, for as long as this object is open. A killed process lets go of it. */
final class DataFolder implements AutoCloseable {
    private static final String OWNER = "owner.pid";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * {@return the folder, made when missing, and locked}
     *
     * @throws TradeTrackerException FOLDER_UNUSABLE or FOLDER_IN_USE
     */
    static DataFolder lock(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            prepare(path);
            requireWritable(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(path);
            }
            Files.writeString(
                    path.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel);
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    ServerError.FOLDER_UNUSABLE,
                    "data folder " + path + " cannot be written (" + reason(failed) + "): choose another with "
                            + "--home or TRADETRACKER_HOME, or give this user the right to write",
                    failed);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** An earlier start may have left the folder open; one that holds other things keeps its rights. */
    private static void prepare(Path path) throws IOException {
        if (Files.exists(path.resolve(OWNER))) {
            OwnerOnly.secureFolder(path);
        } else {
            OwnerOnly.createFolder(path);
        }
    }

    private static void requireWritable(Path path) throws IOException {
        Files.delete(Files.createTempFile(path, "write-", ".check"));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static TradeTrackerException inUse(Path path) {
        return new TradeTrackerException(
                ServerError.FOLDER_IN_USE,
                "data folder " + path + " is in use by " + owner(path)
                        + ": stop that server, or choose another folder with --home or TRADETRACKER_HOME");
    }

    private static String owner(Path path) {
        try {
            String pid = Files.readString(path.resolve(OWNER), StandardCharsets.UTF_8)
                    .strip();
            return pid.matches("[0-9]{1,10}") ? "process " + pid : "another process";
        } catch (IOException unknown) {
            return "another process";
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName().replace("Exception", "") + ": " + failed.getMessage();
    }
}
