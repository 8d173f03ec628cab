package io.tradetracker.core.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Tells a listener how many bytes were read, and ends when its thread is interrupted. */
final class CountedInput extends FilterInputStream {
    private final long total;
    private final ReadProgress progress;
    private long read;

    CountedInput(InputStream in, long total, ReadProgress progress) {
        super(in);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int some = super.read(bytes, from, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int bytes) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the reading was interrupted");
        }
        read += bytes;
        progress.onProgress(read, total);
    }
}
