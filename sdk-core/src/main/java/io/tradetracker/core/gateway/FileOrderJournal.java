package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.internal.AppendFile;
import io.tradetracker.core.internal.FolderLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A record in a folder, one file for each account, for a process that needs no database. Facts that are added together
 * are one line with a checksum, and are on the disk before the call returns. From the first claim until it is closed no
 * other process can claim in the folder; anybody may read.
 *
 * <p>A last line that is not whole was never acknowledged: the next claim cuts it off, keeps its bytes beside the file
 * and tells. Anything else that is wrong with a file is JOURNAL_FAILED with the file, the line and how to mend it, and
 * changes nothing. Safe for use by several threads.
 */
public final class FileOrderJournal implements OrderJournal {
    private static final String ENDING = ".journal";
    private static final int LONGEST_NAME = 80;

    private final Path folder;
    private final AppendFile.Opener opener;
    private final Consumer<TornTail> listener;
    private final JournalLineFormat format = new JournalLineFormat();
    private final ConcurrentMap<TradingAccount, AccountRecord> records = new ConcurrentHashMap<>();
    private final ReentrantLock claiming = new ReentrantLock();
    private final FolderLock folderLock;
    private boolean closed;

    FileOrderJournal(Path folder, AppendFile.Opener opener, Consumer<TornTail> listener) {
        this.folder = folder;
        this.opener = opener;
        this.listener = listener;
        folderLock = new FolderLock(folder, "journal");
    }

    /**
     * {@return a journal in a folder, which is made when it is missing}
     *
     * @throws TradeTrackerException JOURNAL_FAILED when it cannot be made
     */
    public static FileOrderJournal open(Path folder) {
        return open(folder, tail -> {});
    }

    /**
     * {@return a journal in a folder, which is made when it is missing}
     *
     * @param listener hears of each tail that a claim cuts off, on the thread that claims; what it throws is ignored
     * @throws TradeTrackerException JOURNAL_FAILED when the folder cannot be made
     */
    public static FileOrderJournal open(Path folder, Consumer<TornTail> listener) {
        return open(folder, AppendFile::onDisk, listener);
    }

    static FileOrderJournal open(Path folder, AppendFile.Opener opener, Consumer<TornTail> listener) {
        try {
            Files.createDirectories(folder);
            return new FileOrderJournal(folder, opener, listener);
        } catch (IOException failed) {
            throw failed("folder " + folder + " cannot be made: " + failed + ". Give the path of a folder", failed);
        }
    }

    @Override
    public Writer claim(TradingAccount account, long epoch) {
        JournalErrors.requireEpoch(epoch);
        claiming.lock();
        try {
            if (closed) {
                throw JournalErrors.closed();
            }
            folderLock.acquire();
            return records.computeIfAbsent(account, this::newRecord).claim(epoch);
        } catch (IOException failed) {
            throw failed(
                    "account " + account + " cannot be claimed in folder " + folder + ": " + failed
                            + ". Let this process write there",
                    failed);
        } finally {
            claiming.unlock();
        }
    }

    private AccountRecord newRecord(TradingAccount account) {
        return new AccountRecord(account, fileOf(account), format, opener, listener);
    }

    /**
     * {@return the file of an account} Its name is safe on any system whatever the account's is; the hash tells them
     * apart.
     */
    private Path fileOf(TradingAccount account) {
        String name = account.toString().replaceAll("[^A-Za-z0-9-]", "_");
        String shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return folder.resolve(shortName + "-" + hash(account.toString()) + ENDING);
    }

    private static String hash(String text) {
        try {
            // halves of character pairs have no bytes of their own in UTF-8
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(bytesOf(text));
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }

    private static byte[] bytesOf(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    @Override
    public void read(TradingAccount account, long after, Reader reader) {
        AccountRecord known = records.get(account);
        Path file = fileOf(account);
        if (Files.exists(file)) {
            new JournalScan(file, format).read(known == null ? AccountFile.WHOLE_FILE : known.end(), after, reader);
        }
    }

    @Override
    public List<TradingAccount> accounts() {
        List<TradingAccount> accounts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                new JournalScan(file, format).first().account().ifPresent(accounts::add);
            }
        } catch (IOException failed) {
            throw failed("folder " + folder + " cannot be read: " + failed, failed);
        }
        accounts.sort(Comparator.comparing(TradingAccount::toString));
        return accounts;
    }

    private static TradeTrackerException failed(String message, IOException cause) {
        return new TradeTrackerException(CoreError.JOURNAL_FAILED, message, cause);
    }

    @Override
    public void close() {
        claiming.lock();
        try {
            closed = true;
            try {
                for (AccountRecord record : records.values()) {
                    record.close();
                }
            } finally {
                folderLock.release();
            }
        } catch (IOException failed) {
            throw failed("the journal in folder " + folder + " could not be closed: " + failed, failed);
        } finally {
            claiming.unlock();
        }
    }
}
