package io.tradetracker.core.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.core.internal.AppendFile;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file of one key. Once it is open for writing nobody else changes it, so that what is known of it stays known;
 * until then it is read anew each time. After a failure it is read anew as well. Safe for use by several threads.
 */
final class CandleFile implements Closeable {
    private final Path path;
    private final CandleKey key;
    private final AppendFile.Opener opener;
    private final Consumer<TornTail> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AppendFile file;
    private CandleIndex written = new CandleIndex();

    CandleFile(Path path, CandleKey key, AppendFile.Opener opener, Consumer<TornTail> listener) {
        this.path = path;
        this.key = key;
        this.opener = opener;
        this.listener = listener;
    }

    /** Something that a disk may refuse. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(String what, Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (IOException failed) {
            throw StoreErrors.failed(
                    "file " + path + " could not be " + what + ": " + failed + ". Make room or mend the disk, then try"
                            + " again; what was written before is kept",
                    failed);
        } finally {
            lock.unlock();
        }
    }

    /** Adds a window; the folder's lock is held. */
    void write(CandleWindow window, boolean same) {
        locked("written", () -> {
            AppendFile out = openForWriting();
            byte[] news = news(window, same);
            if (news.length == 0) {
                return news;
            }
            boolean done = false;
            try {
                long begin = written.end();
                out.write(ByteBuffer.wrap(news), begin);
                out.force();
                if (begin == 0) {
                    forceFolder();
                }
                readOn(begin + news.length);
                done = true;
            } finally {
                if (!done) {
                    close();
                }
            }
            return news;
        });
    }

    private byte[] news(CandleWindow window, boolean same) throws IOException {
        boolean known = same && written.coverage().covers(window.range());
        if (same) {
            requireSame(window);
        }
        Instrument instrument = window.candles().instrument();
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        if (written.key() == null) {
            news.writeBytes(Block.ofText(Block.Kind.KEY, BlockReader.keyJson(key)));
        }
        if (!instrument.equals(written.instrument())) {
            news.writeBytes(Block.ofText(Block.Kind.INSTRUMENT, InstrumentJson.write(instrument)));
        }
        if (!known) {
            news.writeBytes(Block.ofCandles(window));
        }
        return news.toByteArray();
    }

    private void requireSame(CandleWindow window) throws IOException {
        for (TimeRange part : written.coverage().partsIn(window.range())) {
            window.requireSame(key, new CandleWindow(part, read(written, part)));
        }
    }

    /** What was written is read as anybody would read it, so that an index cannot say something else. */
    private void readOn(long end) throws IOException {
        try (BlockReader reader = new BlockReader(path)) {
            reader.readOn(written);
        }
        if (written.end() != end) {
            throw new IOException("what was written is not there: " + written.end() + " of " + end + " bytes");
        }
    }

    private AppendFile openForWriting() throws IOException {
        if (file != null) {
            return file;
        }
        AppendFile opened = opener.open(path);
        try {
            written = scan();
            cutTail(opened).ifPresent(this::tell);
            file = opened;
            return opened;
        } finally {
            if (file == null) {
                opened.close();
            }
        }
    }

    private void tell(TornTail tail) {
        try {
            listener.accept(tail);
        } catch (RuntimeException ignored) {
            // a listener must not keep candles from being written
        }
    }

    private Optional<TornTail> cutTail(AppendFile opened) throws IOException {
        long length = opened.size() - written.end();
        if (length <= 0) {
            return Optional.empty();
        }
        Path kept = keepTail();
        opened.truncate(written.end());
        opened.force();
        return Optional.of(new TornTail(path, kept, length));
    }

    private Path keepTail() throws IOException {
        try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
            for (int number = 1; ; number++) {
                Path kept = path.resolveSibling(path.getFileName() + ".torn-" + number);
                try (FileChannel to = FileChannel.open(kept, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    for (long next = written.end(), size = from.size(); next < size; ) {
                        next += from.transferTo(next, size - next, to);
                    }
                    return kept;
                } catch (FileAlreadyExistsException taken) {
                    // an older tail has that name
                }
            }
        }
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

    private CandleIndex index() throws IOException {
        return file == null ? scan() : written;
    }

    private CandleIndex scan() throws IOException {
        CandleIndex index = new CandleIndex();
        if (Files.exists(path)) {
            try (BlockReader reader = new BlockReader(path)) {
                reader.readOn(index);
            }
        }
        requireKey(index.key());
        return index;
    }

    private void requireKey(@Nullable CandleKey named) {
        if (named != null && !named.equals(key)) {
            throw StoreErrors.damaged("file " + path + " holds the candles of " + named + " and not of " + key
                    + ". Files of a store must keep their names");
        }
    }

    CandleSeries read(TimeRange range) {
        return locked("read", () -> {
            CandleIndex index = index();
            Instrument instrument = index.instrument();
            if (instrument == null || index.coverage().ranges().isEmpty()) {
                throw StoreErrors.notCovered(key, range, Coverage.NONE);
            }
            TimeRange opens = range.opens(key.timeframe()).orElse(null);
            if (opens == null) {
                return CandleSeries.of(instrument, key.timeframe(), List.of());
            }
            if (!index.coverage().covers(opens)) {
                throw StoreErrors.notCovered(key, opens, index.coverage());
            }
            return read(index, opens);
        });
    }

    private CandleSeries read(CandleIndex index, TimeRange range) throws IOException {
        Instrument instrument = index.instrument();
        if (instrument == null) {
            throw StoreErrors.damaged("file " + path + " names no instrument. Put back a copy of it");
        }
        CandleSeries.Builder candles = CandleSeries.builder(instrument, key.timeframe());
        try (BlockReader reader = new BlockReader(path)) {
            for (CandleIndex.Piece piece : index.pieces(range)) {
                reader.addTo(candles, piece);
            }
        }
        return candles.build();
    }

    Coverage coverage() {
        return locked("read", () -> index().coverage());
    }

    /** {@return what is in the file; empty when nothing was written whole} */
    Optional<StoredCandles> stored() {
        return locked("read", () -> {
            CandleIndex index = index();
            Instrument instrument = index.instrument();
            return instrument == null || index.coverage().ranges().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoredCandles(key, instrument, index.coverage(), count(index)));
        });
    }

    private long count(CandleIndex index) throws IOException {
        long count = 0;
        for (CandleIndex.Piece piece : index.pieces()) {
            count += piece.isWhole()
                    ? piece.block().count()
                    : read(
                                    index,
                                    TimeRange.ofMillis(
                                            piece.range().from(), piece.range().to()))
                            .size();
        }
        return count;
    }

    /** Ends writing; it can be opened again. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            file = null;
            lock.unlock();
        }
    }
}
