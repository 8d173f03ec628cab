package io.tradetracker.core.candles;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Minutes of a market, by their number from a start. */
final class Prices {
    static final CandleKey KEY = CandleKey.of("test", "BTC/USD", Timeframe.M1);
    static final Instrument INSTRUMENT = Instrument.of("BTC/USD");
    static final Instant START = Instant.parse("2024-03-04T10:00:00Z");

    private Prices() {}

    static Instant minute(long number) {
        return START.plus(Duration.ofMinutes(number));
    }

    static TimeRange minutes(long from, long to) {
        return new TimeRange(minute(from), minute(to));
    }

    static Candle candle(long minute, double price) {
        return new Candle(minute(minute), price, price + 1, price - 1, price + 0.25, 7);
    }

    /** {@return a candle for each minute, whose price shows which it is} */
    static CandleSeries each(long from, long to) {
        List<Candle> candles = new ArrayList<>();
        for (long i = from; i < to; i++) {
            candles.add(candle(i, 1000 + i));
        }
        return series(candles);
    }

    static CandleSeries series(Iterable<Candle> candles) {
        return CandleSeries.of(INSTRUMENT, Timeframe.M1, candles);
    }

    /** {@return what a market that changes its mind says of some minutes: some have no candle} */
    static TreeMap<Long, Candle> random(SplittableRandom random, long from, long to) {
        TreeMap<Long, Candle> candles = new TreeMap<>();
        for (long i = from; i < to; i++) {
            if (random.nextInt(10) < 7) {
                candles.put(i, candle(i, random.nextInt(3)));
            }
        }
        return candles;
    }
}
