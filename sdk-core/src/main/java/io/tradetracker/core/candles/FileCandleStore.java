package io.tradetracker.core.candles;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.internal.AppendFile;
import io.tradetracker.core.internal.FolderLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Candles in a folder, one file for each key. Each window is a block with checksums at the end of its file, and on the
 * disk before the call returns; a later block holds against the earlier ones. From the first write until the store is
 * closed no other process can write in the folder; anybody may read.
 *
 * <p>A last block that is not whole is as if it had not been written: the next write cuts it off, keeps its bytes
 * beside the file and tells. Anything else that is wrong with a file is STORE_DAMAGED with the file, the place and how
 * to mend it. Blocks are checked when they are read. After STORE_FAILED the same call may be made again.
 */
public final class FileCandleStore implements CandleStore {
    private static final String ENDING = ".candles";

    private final Path folder;
    private final AppendFile.Opener opener;
    private final Consumer<TornTail> listener;
    private final ConcurrentMap<CandleKey, CandleFile> files = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final FolderLock folderLock;
    private volatile boolean closed;

    FileCandleStore(Path folder, AppendFile.Opener opener, Consumer<TornTail> listener) {
        this.folder = folder;
        this.opener = opener;
        this.listener = listener;
        folderLock = new FolderLock(folder, "store");
    }

    /**
     * {@return a store in a folder, which is made when it is missing}
     *
     * @throws TradeTrackerException STORE_FAILED when it cannot be made
     */
    public static FileCandleStore open(Path folder) {
        return open(folder, tail -> {});
    }

    /**
     * {@return a store in a folder, which is made when it is missing}
     *
     * @param listener hears of each tail that a write cuts off, on the thread that writes; what it throws is ignored
     * @throws TradeTrackerException STORE_FAILED when the folder cannot be made
     */
    public static FileCandleStore open(Path folder, Consumer<TornTail> listener) {
        return open(folder, AppendFile::onDisk, listener);
    }

    static FileCandleStore open(Path folder, AppendFile.Opener opener, Consumer<TornTail> listener) {
        try {
            Files.createDirectories(folder);
            return new FileCandleStore(folder, opener, listener);
        } catch (IOException failed) {
            throw StoreErrors.failed(
                    "folder " + folder + " cannot be made: " + failed + ". Give the path of a folder", failed);
        }
    }

    @Override
    public void write(CandleKey key, TimeRange range, CandleSeries candles) {
        CandleWindow.of(key, range, candles).ifPresent(window -> writable(key).write(window, true));
    }

    @Override
    public void replace(CandleKey key, TimeRange range, CandleSeries candles) {
        CandleWindow.of(key, range, candles).ifPresent(window -> writable(key).write(window, false));
    }

    private CandleFile writable(CandleKey key) {
        lock.lock();
        try {
            CandleFile file = file(key);
            folderLock.acquire();
            return file;
        } catch (IOException failed) {
            throw StoreErrors.failed(
                    "folder " + folder + " cannot be written: " + failed + ". Let this process write there", failed);
        } finally {
            lock.unlock();
        }
    }

    private CandleFile file(CandleKey key) {
        requireOpen();
        return files.computeIfAbsent(key, each -> new CandleFile(pathOf(each), each, opener, listener));
    }

    private Path pathOf(CandleKey key) {
        return folder.resolve(nameOf(key));
    }

    /**
     * {@return what the file of a key is called} It is safe on any system; the hash tells apart what looks the same.
     */
    private static String nameOf(CandleKey key) {
        return key.toString().replaceAll("[^A-Za-z0-9-]", "_") + "-" + hash(key.toString()) + ENDING;
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 4);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }

    @Override
    public CandleSeries read(CandleKey key, Instant from, Instant to) {
        return file(key).read(new TimeRange(from, to));
    }

    @Override
    public Coverage covered(CandleKey key) {
        return file(key).coverage();
    }

    @Override
    public List<StoredCandles> list() {
        requireOpen();
        List<StoredCandles> list = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path path : paths) {
                try (BlockReader reader = new BlockReader(path)) {
                    reader.key().ifPresent(key -> file(key, path).stored().ifPresent(list::add));
                }
            }
        } catch (IOException failed) {
            throw StoreErrors.failed("folder " + folder + " cannot be read: " + failed, failed);
        }
        list.sort(Comparator.comparing(StoredCandles::key));
        return list;
    }

    private CandleFile file(CandleKey key, Path path) {
        if (!pathOf(key).equals(path)) {
            throw StoreErrors.damaged("file " + path + " holds the candles of " + key + ", whose file is called "
                    + nameOf(key) + ". Files of a store must keep their names: move it away");
        }
        return file(key);
    }

    private void requireOpen() {
        if (closed) {
            throw StoreErrors.closed();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            try {
                for (CandleFile file : files.values()) {
                    file.close();
                }
            } finally {
                folderLock.release();
            }
        } catch (IOException failed) {
            throw StoreErrors.failed("the store in folder " + folder + " could not be closed: " + failed, failed);
        } finally {
            lock.unlock();
        }
    }
}
