package io.tradetracker.core.internal;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes, and other writers of this process, from writing in a folder. The system gives it up when the
 * process ends, however it ends. Used under its owner's lock.
 */
public final class FolderLock {
    /** Behind the text, so that others can read who holds it. */
    private static final long LOCKED_BYTE = 1 << 20;
    /**
     * Locks belong to a whole process, and closing any of its channels on the file gives them up: so a second writer of
     * this process must not even open the file.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final String what;
    private @Nullable Path held;
    private @Nullable FileChannel channel;

    /**
     * Makes a lock that is not held.
     *
     * @param what one word for what is written there, such as {@code journal}; the file is called after it
     */
    public FolderLock(Path folder, String what) {
        this.folder = folder;
        this.what = what;
    }

    /**
     * Takes it, when it is not held already.
     *
     * @throws TradeTrackerException ANOTHER_WRITER when somebody else holds it
     */
    public void acquire() throws IOException {
        if (channel != null) {
            return;
        }
        Path real = folder.toRealPath();
        if (!HELD_BY_THIS_PROCESS.add(real)) {
            throw another("another " + what + " of this process, " + self());
        }
        try {
            channel = lock(real.resolve(what + ".lock"));
            held = real;
        } finally {
            if (channel == null) {
                HELD_BY_THIS_PROCESS.remove(real);
            }
        }
    }

    private FileChannel lock(Path file) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (opened.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw another(Files.readString(file).strip());
            }
            opened.truncate(0);
            opened.write(ByteBuffer.wrap((self() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return opened;
        } catch (OverlappingFileLockException held) {
            opened.close();
            throw another("another " + what + " of this process, " + self());
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private static String self() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info().startInstant().map(start -> " of " + start).orElse("");
    }

    private TradeTrackerException another(String holder) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "folder " + folder + " is written by " + (holder.isEmpty() ? "another process" : holder)
                        + ": stop that one, or use another folder");
    }

    /** Gives it up. */
    public void release() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            channel = null;
            if (held != null) {
                HELD_BY_THIS_PROCESS.remove(held);
                held = null;
            }
        }
    }
}
