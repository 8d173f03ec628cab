package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;
import java.util.stream.IntStream;

/** Counts candles in which a round trip was open. Used by one thread. */
final class CandlesIn {
    private final long[] entries;
    private final long[] exits;

    private CandlesIn(List<RoundTrip> trips) {
        entries = new long[trips.size()];
        exits = new long[trips.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = trips.get(i).entryTime().toEpochMilli();
            exits[i] = trips.get(i).exitTime().toEpochMilli();
        }
    }

    /** {@return how many there are; round trips may overlap, but each candle counts once} */
    static int count(List<RoundTrip> trips, CandleSeries candles) {
        return new CandlesIn(trips).count(new CandleFinder(candles));
    }

    private int count(CandleFinder finder) {
        int counted = 0;
        int next = 0;
        for (int i : byEntry()) {
            int from = Math.max(finder.lastAt(entries[i]), next);
            int to = Math.max(finder.lastAt(exits[i]), 0);
            counted += Math.max(to - from + 1, 0);
            next = Math.max(next, to + 1);
        }
        return counted;
    }

    private int[] byEntry() {
        boolean inOrder = IntStream.range(1, entries.length).allMatch(i -> entries[i - 1] <= entries[i]);
        IntStream all = IntStream.range(0, entries.length);
        return inOrder
                ? all.toArray()
                : all.boxed()
                        .sorted((a, b) -> Long.compare(entries[a], entries[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
