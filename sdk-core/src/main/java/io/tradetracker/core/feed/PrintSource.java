package io.tradetracker.core.feed;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Recorded prints that can be read from the start again and again. */
@FunctionalInterface
public interface PrintSource {
    /** {@return all prints in the order of time; the caller closes the stream} */
    Stream<Print> open();

    /**
     * {@return four prints for each candle: open, the extreme nearer to it, the other extreme, close; candles built
     * from them are equal to those given}
     */
    static PrintSource of(CandleSeries candles) {
        return () -> Stream.iterate(0, i -> i < 4 * candles.size(), i -> i + 1).map(i -> print(candles, i / 4, i % 4));
    }

    private static Print print(CandleSeries candles, int i, int step) {
        boolean lowFirst = candles.open(i) - candles.low(i) <= candles.high(i) - candles.open(i);
        double price = switch (step) {
            case 0 -> candles.open(i);
            case 1 -> lowFirst ? candles.low(i) : candles.high(i);
            case 2 -> lowFirst ? candles.high(i) : candles.low(i);
            default -> candles.close(i);
        };
        InstrumentId id = candles.instrument().id();
        long offset = candles.timeframe().millis() * step / 4;
        return new Print(id, candles.time(i).plusMillis(offset), price, step == 0 ? candles.volume(i) : 0);
    }

    /**
     * {@return the time of the first and of the last print, in milliseconds since 1970 UTC}
     *
     * @throws NoSuchElementException when there is none
     */
    default long[] span() {
        try (Stream<Print> prints = open()) {
            Iterator<Print> all = prints.iterator();
            long first = all.next().time().toEpochMilli();
            long last = first;
            while (all.hasNext()) {
                last = all.next().time().toEpochMilli();
            }
            return new long[] {first, last};
        }
    }
}
