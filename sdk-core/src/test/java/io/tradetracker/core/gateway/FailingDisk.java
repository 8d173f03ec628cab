package io.tradetracker.core.gateway;

import io.tradetracker.core.internal.AppendFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk that has room for some more bytes, or that forces nothing. */
final class FailingDisk implements AppendFile.Opener {
    private long room = Long.MAX_VALUE;
    private boolean forces = true;
    private boolean truncates = true;
    private boolean lazy;

    /** {@return a disk that says that it has forced, and takes its time: for tests of what is read, many times} */
    static FailingDisk lazy() {
        FailingDisk disk = new FailingDisk();
        disk.lazy = true;
        return disk;
    }

    void leaveRoomFor(long bytes) {
        room = bytes;
    }

    void forceNothing() {
        forces = false;
    }

    void truncateNothing() {
        truncates = false;
    }

    void mend() {
        room = Long.MAX_VALUE;
        forces = true;
        truncates = true;
    }

    @Override
    public AppendFile open(Path path) throws IOException {
        AppendFile file = AppendFile.onDisk(path);
        return new AppendFile() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                int fits = (int) Math.min(room, bytes.remaining());
                boolean full = fits < bytes.remaining();
                file.write(bytes.slice(bytes.position(), fits), position);
                room -= fits;
                requireWorks(!full, "No space left on device");
            }

            @Override
            public void force() throws IOException {
                requireWorks(forces, "Input/output error");
                if (!lazy) {
                    file.force();
                }
            }

            @Override
            public void truncate(long size) throws IOException {
                requireWorks(truncates, "Operation not permitted");
                file.truncate(size);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private static void requireWorks(boolean works, String otherwise) throws IOException {
        if (!works) {
            throw new IOException(otherwise);
        }
    }
}
