package io.tradetracker.samples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream: UTF-8 with bare line feeds whatever the machine, so that the same run prints the same bytes
 * everywhere. A {@link PrintWriter} keeps failures to itself, so they are kept here.
 */
final class Output extends OutputStream {
    private final OutputStream target;
    private final PrintWriter writer;
    private @Nullable IOException failure;

    Output(OutputStream target) {
        this.target = target;
        writer = new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8), true);
    }

    static Output of(FileDescriptor descriptor) {
        return new Output(new FileOutputStream(descriptor));
    }

    PrintWriter writer() {
        return writer;
    }

    /** {@return why something could not be written, null when all was; a reader that has left is no failure} */
    @Nullable
    String failure() {
        writer.flush();
        String words = failure == null ? null : String.valueOf(failure.getMessage());
        return words == null || words.contains("Broken pipe") ? null : words;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            byte[] kept = new byte[length];
            int count = 0;
            for (int i = from; i < from + length; i++) {
                if (bytes[i] != '\r') {
                    kept[count++] = bytes[i];
                }
            }
            target.write(kept, 0, count);
        } catch (IOException refused) {
            failure = failure == null ? refused : failure;
            throw refused;
        }
    }
}
