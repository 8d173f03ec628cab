package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes text files that are whole or absent: into a file beside the target, moved over it at the end. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; need not close. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Finds out, before long work, whether a file could be written.
     *
     * @throws TradeTrackerException {@link DataError#NOT_WRITABLE} when it is a folder or its folder is missing or not
     *     writable
     */
    public static void requireWritable(Path file) {
        Path folder = folderOf(file);
        if (Files.isDirectory(file)) {
            throw refuse(file, "it is a folder; name a file in it", null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refuse(file, "it is a device or a pipe; name a file", null);
        }
        if (!Files.isDirectory(folder)) {
            throw refuse(file, "there is no folder " + folder + "; make it first", null);
        }
        if (!Files.isWritable(folder)) {
            throw refuse(file, "the folder " + folder + " is not writable; choose another", null);
        }
    }

    /**
     * Writes a file as UTF-8. An existing file is replaced; when this fails it is left as it was.
     *
     * @throws TradeTrackerException {@link DataError#NOT_WRITABLE}
     */
    public static void write(Path file, Content content) {
        requireWritable(file);
        Path part = folderOf(file).resolve("." + UUID.randomUUID() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            // a link stays a link: what it points to is replaced
            move(part, Files.exists(file) ? file.toRealPath() : file);
        } catch (IOException failed) {
            throw refuse(file, failed.toString(), failed);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException onThisDisk) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException leftBehind) {
            // the failure that led here matters more, and the name tells what the file is
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static TradeTrackerException refuse(Path file, String why, @Nullable Throwable cause) {
        return new TradeTrackerException(DataError.NOT_WRITABLE, "cannot write " + file + ": " + why, cause);
    }
}
