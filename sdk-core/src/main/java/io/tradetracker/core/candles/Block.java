package io.tradetracker.core.candles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The head of a block of a candle file: what is in the block, how long it is, and the checksums of its content and of
 * the head itself. Numbers are big-endian.
 *
 * @param position where it begins in its file
 * @param kind what it holds
 * @param range in milliseconds, of candles only
 * @param length of its content, in bytes
 * @param sum CRC-32C of its content
 */
record Block(long position, Kind kind, Span range, int length, int sum) {
    /** Bytes of a head. */
    static final int HEAD = 36;

    /** Bytes of a candle. */
    static final int CANDLE = 48;

    static final int LONGEST = CandleStore.LARGEST_WINDOW * CANDLE;

    static final int MAGIC = 0x54544331;

    private static final Span NO_RANGE = new Span(0, 0);

    /** What a block holds. Numbers of kinds never change. */
    enum Kind {
        /** The key of the file, as JSON; the first block. */
        KEY(1),
        /** The instrument as JSON, from here on. */
        INSTRUMENT(2),
        /** From here on the candles in its range are these and no others. */
        CANDLES(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        private static Optional<Kind> of(int number) {
            return Stream.of(values()).filter(kind -> kind.number == number).findFirst();
        }
    }

    /** First millisecond and the first one behind. */
    record Span(long from, long to) {}

    static byte[] ofText(Kind kind, String json) {
        return bytes(kind, NO_RANGE, json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] ofCandles(CandleWindow window) {
        Span range = new Span(
                window.range().from().toEpochMilli(), window.range().to().toEpochMilli());
        return bytes(Kind.CANDLES, range, CandleBytes.write(window.candles()));
    }

    private static byte[] bytes(Kind kind, Span range, byte[] content) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + content.length);
        bytes.putInt(MAGIC)
                .putInt(kind.number)
                .putLong(range.from())
                .putLong(range.to())
                .putInt(content.length)
                .putInt(sumOf(content, content.length));
        bytes.putInt(sumOf(bytes.array(), bytes.position()));
        return bytes.put(content).array();
    }

    /** {@return the head in these bytes; empty when they are not what a head was written as} */
    static Optional<Block> read(ByteBuffer head, long position) {
        byte[] bytes = new byte[HEAD];
        head.get(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean intact = in.getInt(0) == MAGIC && in.getInt(HEAD - 4) == sumOf(bytes, HEAD - 4);
        int length = in.getInt(24);
        if (!intact || length < 0 || length > LONGEST) {
            return Optional.empty();
        }
        Span range = new Span(in.getLong(8), in.getLong(16));
        return Kind.of(in.getInt(4)).map(kind -> new Block(position, kind, range, length, in.getInt(28)));
    }

    long contentBegins() {
        return position + HEAD;
    }

    /** {@return where the next block begins} */
    long end() {
        return position + HEAD + length;
    }

    int count() {
        return length / CANDLE;
    }

    boolean hasContent(byte[] content) {
        return sumOf(content, content.length) == sum;
    }

    private static int sumOf(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
