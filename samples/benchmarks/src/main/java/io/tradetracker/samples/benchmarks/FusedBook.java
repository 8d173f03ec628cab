package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The candles as arrays, and where a position began and ended. */
final class FusedBook implements Lane.Outcome {
    private final CandleSeries candles;
    private final double[] open;
    private int[] fills = new int[64];
    private int size;

    FusedBook(CandleSeries candles, double[] open) {
        this.candles = candles;
        this.open = open;
    }

    int fills() {
        return size;
    }

    /** {@return the candle of a fill; those with even numbers buy} */
    int fill(int number) {
        return fills[number];
    }

    boolean isFlat() {
        return (size & 1) == 0;
    }

    /** {@return what the open position was bought at} */
    double entryPrice() {
        return open[fills[size - 1]];
    }

    /** Fills at the open of the candle after this one, if there is one. */
    void fillAfter(int candle) {
        if (candle + 1 == open.length) {
            return;
        }
        if (size == fills.length) {
            fills = Arrays.copyOf(fills, size * 2);
        }
        fills[size++] = candle + 1;
    }

    @Override
    public List<RoundTripKey> roundTrips() {
        return IntStream.range(0, size / 2).mapToObj(this::key).toList();
    }

    private RoundTripKey key(int i) {
        int entry = fills[2 * i];
        int exit = fills[2 * i + 1];
        return new RoundTripKey(
                candles.timeMillis(entry), open[entry], candles.timeMillis(exit), open[exit], open[exit] - open[entry]);
    }
}
