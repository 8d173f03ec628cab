package io.tradetracker.core.candles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.json.JsonMappers;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a candle file and believes only what its checksums say. Used by one thread. */
final class BlockReader implements Closeable {
    private static final JsonMapper MAPPER = JsonMappers.strict();
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer ahead = ByteBuffer.allocate(CHUNK).limit(0);
    private long aheadBegins;

    BlockReader(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
    }

    static String keyJson(CandleKey key) {
        try {
            return MAPPER.writeValueAsString(MAPPER.createObjectNode()
                    .put("candles", VERSION)
                    .put("source", key.source())
                    .put("instrument", key.instrument().value())
                    .put("timeframeMillis", key.timeframe().millis())
                    .put("side", key.side().name()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CandleKey key(String json) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        if (node.required("candles").asInt() != VERSION) {
            throw new IllegalArgumentException("version " + node.get("candles") + " is not known");
        }
        return new CandleKey(
                node.required("source").asText(),
                InstrumentId.of(node.required("instrument").asText()),
                Timeframe.of(Duration.ofMillis(node.required("timeframeMillis").asLong())),
                new PriceSide(node.required("side").asText()));
    }

    /** {@return the key of the file; empty when not even its first block was written whole} */
    Optional<CandleKey> key() throws IOException {
        Optional<Block> first = head(0);
        if (first.isPresent()
                && first.get().kind() == Block.Kind.KEY
                && first.get().end() <= size
                && isWhole(first.get())) {
            return Optional.of(key(text(first.get())));
        }
        requireNothingBehind(0);
        return Optional.empty();
    }

    /**
     * Reads on where an index ends, to the end of the file or a last block that is not whole: that was never
     * acknowledged.
     *
     * @throws TradeTrackerException STORE_DAMAGED when something is broken that has whole blocks behind it
     */
    void readOn(CandleIndex index) throws IOException {
        while (index.end() < size) {
            Optional<Block> block = head(index.end());
            if (block.isEmpty()) {
                requireNothingBehind(index.end());
                return;
            }
            if (isTorn(block.get())) {
                return;
            }
            add(index, block.get());
        }
    }

    private Optional<Block> head(long position) throws IOException {
        if (position + Block.HEAD > size) {
            return Optional.empty();
        }
        if (position < aheadBegins || position + Block.HEAD > aheadBegins + ahead.limit()) {
            readAhead(position);
        }
        int offset = (int) (position - aheadBegins);
        // a writer that heals its file makes it shorter
        return offset + Block.HEAD > ahead.limit()
                ? Optional.empty()
                : Block.read(ahead.slice(offset, Block.HEAD), position);
    }

    private void readAhead(long position) throws IOException {
        ahead.clear();
        aheadBegins = position;
        fill(ahead, position);
        ahead.flip();
    }

    private void fill(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // until it is full or the file ends
        }
    }

    /** Only the last one can be. */
    private boolean isTorn(Block block) throws IOException {
        return block.end() > size || (block.end() == size && !isWhole(block));
    }

    private boolean isWhole(Block block) throws IOException {
        return block.hasContent(content(block));
    }

    private byte[] content(Block block) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(block.length());
        fill(buffer, block.contentBegins());
        return buffer.array();
    }

    private void add(CandleIndex index, Block block) throws IOException {
        try {
            switch (block.kind()) {
                case KEY -> index.addKey(key(text(block)), block);
                case INSTRUMENT -> index.addInstrument(InstrumentJson.read(text(block)), block);
                case CANDLES -> index.addCandles(block);
            }
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            throw damaged(block.position(), unreadable.getMessage());
        }
    }

    private String text(Block block) throws IOException {
        byte[] content = content(block);
        if (!block.hasContent(content)) {
            throw damaged(block.position(), "the checksum of a " + block.kind() + " block is wrong");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** A write that was cut short has nothing behind it; whole blocks behind broken bytes are lost ones. */
    private void requireNothingBehind(long position) throws IOException {
        for (long next = position + 1; next + Block.HEAD <= size; next++) {
            if (head(next).isPresent()) {
                throw damaged(position, "a block has no readable head, and more blocks follow at byte " + next);
            }
        }
    }

    private TradeTrackerException damaged(long position, @Nullable String what) {
        return StoreErrors.damaged("file " + path + " is damaged at byte " + position + ": " + what
                + ". Nothing was changed. Put back a copy of it, or move it away and download its candles again");
    }

    /** Adds the candles of a piece, in order. */
    void addTo(CandleSeries.Builder builder, CandleIndex.Piece piece) throws IOException {
        Block block = piece.block();
        byte[] content = content(block);
        if (!block.hasContent(content)) {
            throw changed(block, "its checksum is wrong");
        }
        try {
            CandleBytes.addTo(builder, content, piece.range());
        } catch (IllegalArgumentException noCandles) {
            throw changed(block, noCandles.getMessage());
        }
    }

    private TradeTrackerException changed(Block block, @Nullable String what) {
        TimeRange range = TimeRange.ofMillis(block.range().from(), block.range().to());
        return StoreErrors.damaged("file " + path + " is damaged: the candles of " + range + " at byte "
                + block.position() + " are not as they were written, " + what
                + ". Download that range again and replace it, or put back a copy of the file");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
