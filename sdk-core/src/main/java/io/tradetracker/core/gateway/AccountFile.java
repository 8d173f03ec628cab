package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.internal.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The file of one account, open for writing. What is behind its end was never acknowledged. Once something failed it is
 * not known what the disk has, so it writes no more. Used under its account's lock.
 */
final class AccountFile implements Closeable {
    /** Nothing is known of a file but what is in it. */
    static final long WHOLE_FILE = Long.MAX_VALUE;

    private final Path path;
    private final TradingAccount account;
    private final JournalLineFormat format;
    private final AppendFile file;
    private long epoch;
    private long last;
    private volatile long end;
    private boolean broken;

    private AccountFile(
            Path path, TradingAccount account, JournalLineFormat format, AppendFile file, JournalScan scan) {
        this.path = path;
        this.account = account;
        this.format = format;
        this.file = file;
        epoch = scan.epoch();
        last = scan.last();
        end = scan.end();
    }

    /**
     * Opens a file and reads to its end.
     *
     * @param written how many bytes of it were acknowledged; {@link #WHOLE_FILE} when that is not known
     */
    static AccountFile open(
            Path path, TradingAccount account, JournalLineFormat format, AppendFile.Opener opener, long written)
            throws IOException {
        AppendFile file = opener.open(path);
        try {
            JournalScan scan = new JournalScan(path, format).read(written, Long.MAX_VALUE, (sequence, fact) -> {});
            if (written != WHOLE_FILE && scan.end() != written) {
                throw failed("file " + path + " has lost what was written to it: " + scan.end() + " of " + written
                        + " bytes are left. Nothing was changed. Put back a copy of it");
            }
            Optional<TradingAccount> named = scan.account();
            if (named.isPresent() && !named.get().equals(account)) {
                throw failed("file " + path + " holds the record of account " + named.get() + " and not of " + account
                        + ". Files of a journal must keep their names");
            }
            return new AccountFile(path, account, format, file, scan);
        } catch (RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** {@return the epoch that claimed last; zero when none has} */
    long epoch() {
        return epoch;
    }

    /** {@return the sequence of the last fact} */
    long last() {
        return last;
    }

    /** {@return how many bytes are acknowledged} May be asked by any thread. */
    long end() {
        return end;
    }

    boolean isBroken() {
        return broken;
    }

    /** Cuts off what is behind the end, and keeps it in a file of its own. */
    Optional<TornTail> cutTail() {
        return orBreak("cut", () -> {
            long length = file.size() - end;
            if (length <= 0) {
                return Optional.empty();
            }
            Path kept = keepTail();
            file.truncate(end);
            file.force();
            return Optional.of(new TornTail(account, path, kept, length));
        });
    }

    private Path keepTail() throws IOException {
        try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
            for (int number = 1; ; number++) {
                Path kept = path.resolveSibling(path.getFileName() + ".torn-" + number);
                try (FileChannel to = FileChannel.open(kept, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    for (long next = end, size = from.size(); next < size; ) {
                        next += from.transferTo(next, size - next, to);
                    }
                    to.force(true);
                    return kept;
                } catch (FileAlreadyExistsException taken) {
                    // an older tail has that name
                }
            }
        }
    }

    /** Puts on record that the holder of an epoch writes from now on. */
    void claim(long claimed) {
        if (claimed == epoch) {
            return;
        }
        orBreak("written", () -> {
            boolean begins = end == 0;
            byte[] line = format.claimed(claimed);
            add(begins ? join(format.opened(account), line) : line);
            if (begins) {
                forceFolder();
            }
            epoch = claimed;
            return claimed;
        });
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** Adds facts in one line, which is whole or not there. */
    void append(List<GatewayFact> facts) {
        byte[] line = format.added(epoch, last + 1, facts);
        orBreak("written", () -> {
            add(line);
            last += facts.size();
            return last;
        });
    }

    private void add(byte[] lines) throws IOException {
        long begin = end;
        file.write(ByteBuffer.wrap(lines), begin);
        file.force();
        end = begin + lines.length;
    }

    /** A new name is not durable before its folder is; not every system lets a folder be opened. */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private <T> T orBreak(String what, Work<T> work) {
        if (broken) {
            throw failed(
                    "file " + path + " could not be written before: claim the record anew, which shows what it has");
        }
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    CoreError.JOURNAL_FAILED,
                    "file " + path + " could not be " + what + ": " + failed
                            + ". Make room or mend the disk, then claim" + " the record anew, which shows what it has",
                    failed);
        } finally {
            broken = !done;
        }
    }

    private static TradeTrackerException failed(String message) {
        return new TradeTrackerException(CoreError.JOURNAL_FAILED, message);
    }

    @Override
    public void close() throws IOException {
        broken = true;
        file.close();
    }

    /** Something that a disk may refuse. */
    private interface Work<T> {
        T run() throws IOException;
    }
}
