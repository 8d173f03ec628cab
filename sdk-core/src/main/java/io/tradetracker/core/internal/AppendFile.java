package io.tradetracker.core.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** As much of a file channel as a file that only grows needs; a test may make one that fails. */
public interface AppendFile extends Closeable {
    long size() throws IOException;

    /** Writes what is left of the buffer to a place. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Returns when all that was written outlives the machine. */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    /** Opens files, and makes those that are missing. */
    @FunctionalInterface
    interface Opener {
        AppendFile open(Path file) throws IOException;
    }

    /** {@return one on the disk} */
    static AppendFile onDisk(Path file) throws IOException {
        return new OnDisk(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** A file channel. */
    record OnDisk(FileChannel channel) implements AppendFile {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            long next = position;
            while (bytes.hasRemaining()) {
                next += channel.write(bytes, next);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
