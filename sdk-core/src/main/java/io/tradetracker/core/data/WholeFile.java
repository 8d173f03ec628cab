package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes files that are whole or absent: into a file beside the target, moved over it at the end. */
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
     * @throws TradeTrackerException {@link DataError#NOT_WRITABLE} when it is a folder, a device, an open file of a
     *     process or read-only, or its folder is missing or not writable
     */
    public static void requireWritable(Path file) {
        Path folder = folderOf(file);
        if (Files.isDirectory(file)) {
            throw refuse(file, "it is a folder; name a file in it", null);
        }
        if (SystemFolders.leadsInto(file)) {
            throw refuse(file, "it stands for a device or an open file; give the name of a file", null);
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
        requireReplaceable(file);
    }

    private static void requireReplaceable(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            if (!Files.isWritable(file) || isProtected(file)) {
                throw refuse(file, "the file is read-only; allow writing to it or choose another name", null);
            }
        } catch (NoSuchFileException willBeMade) {
            // nothing to replace
        } catch (IOException failed) {
            throw refuse(file, reason(failed), failed);
        }
    }

    // A superuser may write anything, but who takes the bits away means it.
    private static boolean isProtected(Path file) throws IOException {
        Set<PosixFilePermission> mode = mode(file);
        return mode != null
                && !mode.contains(PosixFilePermission.OWNER_WRITE)
                && !mode.contains(PosixFilePermission.GROUP_WRITE)
                && !mode.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static @Nullable Set<PosixFilePermission> mode(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes().permissions();
    }

    /**
     * Writes a file as UTF-8. An existing file is replaced and its mode kept; when this fails it is left as it was.
     *
     * @throws TradeTrackerException {@link DataError#NOT_WRITABLE}
     */
    public static void write(Path file, Content content) {
        replace(file, bytes -> {
            Writer out = new BufferedWriter(Channels.newWriter(bytes, StandardCharsets.UTF_8));
            content.writeTo(out);
            out.flush();
        });
    }

    /**
     * Writes a file of bytes. An existing file is replaced and its mode kept; when this fails it is left as it was.
     *
     * @throws TradeTrackerException {@link DataError#NOT_WRITABLE}
     */
    public static void writeBytes(Path file, byte[] content) {
        replace(file, bytes -> {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                bytes.write(left);
            }
        });
    }

    private interface Bytes {
        void writeTo(SeekableByteChannel out) throws IOException;
    }

    private static void replace(Path file, Bytes content) {
        requireWritable(file);
        Path part = folderOf(file).resolve("." + UUID.randomUUID() + ".part");
        try {
            // unlike a plain stream, a channel can be interrupted
            try (SeekableByteChannel out =
                    Files.newByteChannel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                keepMode(file, part);
                content.writeTo(out);
            }
            // a link stays a link: what it points to is replaced
            move(part, Files.exists(file) ? file.toRealPath() : file);
        } catch (IOException failed) {
            throw refuse(file, reason(failed), failed);
        } finally {
            deleteQuietly(part);
        }
    }

    // Before anything is written: nobody may read in between what they may not read later.
    private static void keepMode(Path file, Path part) throws IOException {
        Set<PosixFilePermission> mode = Files.exists(file) ? mode(file) : null;
        if (mode != null) {
            Files.setPosixFilePermissions(part, mode);
        }
    }

    private static String reason(IOException failed) {
        String words = String.valueOf(failed.getMessage());
        if (words.contains("No space left") || words.contains("quota exceeded")) {
            return "the disk is full; make room or choose a folder on another";
        }
        return words.contains("name too long") ? "its name is too long; choose a shorter one" : failed.toString();
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
