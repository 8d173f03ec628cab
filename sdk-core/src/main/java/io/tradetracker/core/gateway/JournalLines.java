package io.tradetracker.core.gateway;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file one after the other; one of them is in memory at a time. Used by one thread. */
final class JournalLines implements Closeable {
    private static final int CHUNK = 1 << 16;

    // a channel would be closed when a reading thread is interrupted
    private final InputStream in;
    private final long end;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private long offset;
    private long number;

    private JournalLines(InputStream in, long end) {
        this.in = in;
        this.end = end;
    }

    /** Opens a file to read it up to a place, or to its end when that comes first. */
    static JournalLines open(Path file, long end) throws IOException {
        return new JournalLines(new FileInputStream(file.toFile()), end);
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param offset where it begins in the file
     * @param bytes without its line feed
     * @param ended whether it has one
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read by one, never compared
    record Line(long number, long offset, byte[] bytes, boolean ended) {}

    /** {@return the next line; null at the end} */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        long begin = offset;
        while (next < filled || fill()) {
            int feed = next;
            while (feed < filled && chunk[feed] != '\n') {
                feed++;
            }
            bytes.write(chunk, next, feed - next);
            boolean ended = feed < filled;
            offset += feed - next + (ended ? 1 : 0);
            next = ended ? feed + 1 : feed;
            if (ended || bytes.size() > JournalLineFormat.LONGEST) {
                return new Line(++number, begin, bytes.toByteArray(), ended);
            }
        }
        return bytes.size() == 0 ? null : new Line(++number, begin, bytes.toByteArray(), false);
    }

    private boolean fill() throws IOException {
        int wanted = (int) Math.min(CHUNK, end - offset);
        filled = wanted <= 0 ? 0 : Math.max(0, in.read(chunk, 0, wanted));
        next = 0;
        return filled > 0;
    }

    /** {@return whether there is something behind the last line that was read} */
    boolean hasMore() throws IOException {
        return next < filled || fill();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
