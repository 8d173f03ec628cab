package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Turns bytes, plain or gzip, into text, and remembers what went wrong with them. */
final class TextInput {
    /** Stands where bytes are no UTF-8. It is no character and in no text. */
    static final char NO_TEXT = '\uFFFF';

    private static final int BUFFER = 1 << 16;

    private final UnbrokenInput bytes;
    private final Reader text;

    /**
     * Begins to read.
     *
     * @throws IOException when the first bytes cannot be read
     */
    TextInput(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean zipped = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        bytes = new UnbrokenInput(zipped ? new GZIPInputStream(in, BUFFER) : in);
        text = withoutMark(decode(bytes));
    }

    static InputStream open(Path file) {
        return open(file, ReadProgress.NONE);
    }

    static InputStream open(Path file, ReadProgress progress) {
        if (Files.isDirectory(file)) {
            throw new TradeTrackerException(DataError.NOT_A_FILE, file + " is a folder; name the CSV file inside it");
        }
        try {
            return new CountedInput(Files.newInputStream(file), Files.size(file), progress);
        } catch (NoSuchFileException missing) {
            throw new TradeTrackerException(
                    DataError.FILE_MISSING, "there is no file " + file.toAbsolutePath() + "; check the path", missing);
        } catch (AccessDeniedException denied) {
            throw new TradeTrackerException(
                    DataError.UNREADABLE, "may not read " + file + "; check its permissions", denied);
        } catch (IOException failed) {
            throw new TradeTrackerException(DataError.UNREADABLE, "cannot open " + file + ": " + failed, failed);
        }
    }

    Reader text() {
        return text;
    }

    /** {@return why the text ended before its end, null when it did not} */
    @Nullable
    IOException failure() {
        return bytes.failure();
    }

    private static BufferedReader decode(InputStream in) {
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(NO_TEXT))),
                BUFFER);
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
