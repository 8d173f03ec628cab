package io.tradetracker.core.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Ends where reading fails, and keeps the failure. The buffers above would throw away what they had read before it, and
 * with it the number of the line.
 */
final class UnbrokenInput extends FilterInputStream {
    private @Nullable IOException failure;

    UnbrokenInput(InputStream in) {
        super(in);
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            return super.read(bytes, from, length);
        } catch (IOException broken) {
            failure = broken;
            return -1;
        }
    }
}
