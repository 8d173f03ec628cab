package io.tradetracker.core.candles;

import io.tradetracker.api.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is where in a candle file: for each time the block that was written last. Used by one thread at a time. */
final class CandleIndex {
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private Coverage coverage = Coverage.NONE;
    private @Nullable CandleKey key;
    private @Nullable Instrument instrument;
    private long end;

    /** A block, as far as no later one holds. */
    record Piece(Block block, Block.Span range) {
        boolean isWhole() {
            return block.range().equals(range);
        }

        private Piece within(long from, long to) {
            return new Piece(block, new Block.Span(Math.max(range.from(), from), Math.min(range.to(), to)));
        }
    }

    void addKey(CandleKey read, Block block) {
        key = read;
        end = block.end();
    }

    void addInstrument(Instrument read, Block block) {
        instrument = read;
        end = block.end();
    }

    void addCandles(Block block) {
        Block.Span range = block.range();
        Map.Entry<Long, Piece> before = pieces.lowerEntry(range.from());
        List<Piece> covered =
                new ArrayList<>(pieces.subMap(range.from(), range.to()).values());
        if (before != null && before.getValue().range().to() > range.from()) {
            covered.addFirst(before.getValue());
        }
        for (Piece each : covered) {
            pieces.remove(each.range().from());
            keep(each.within(Long.MIN_VALUE, range.from()));
            keep(each.within(range.to(), Long.MAX_VALUE));
        }
        keep(new Piece(block, range));
        coverage = coverage.plus(TimeRange.ofMillis(range.from(), range.to()));
        end = block.end();
    }

    private void keep(Piece piece) {
        if (piece.range().from() < piece.range().to()) {
            pieces.put(piece.range().from(), piece);
        }
    }

    /** {@return the pieces that a range is made of, oldest first, cut to it} */
    List<Piece> pieces(TimeRange range) {
        long from = range.from().toEpochMilli();
        long to = range.to().toEpochMilli();
        Map.Entry<Long, Piece> first = pieces.floorEntry(from);
        return pieces.subMap(first == null ? from : first.getKey(), to).values().stream()
                .map(piece -> piece.within(from, to))
                .filter(piece -> piece.range().from() < piece.range().to())
                .toList();
    }

    List<Piece> pieces() {
        return List.copyOf(pieces.values());
    }

    Coverage coverage() {
        return coverage;
    }

    @Nullable
    CandleKey key() {
        return key;
    }

    @Nullable
    Instrument instrument() {
        return instrument;
    }

    /** {@return where the next block is to begin} */
    long end() {
        return end;
    }
}
