package io.tradetracker.testkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Makes candle series from a seed. The same seed makes the same series on every machine; the series is called after its
 * shape and seed, as in {@code WALK-42}, so that a failed test shows what to repeat. Prices begin at 100 and are whole
 * ticks. Immutable.
 *
 * @param seed what the moves are drawn from
 * @param timeframe the length of each candle
 * @param ticksPerUnit how many price steps make 1; a power of two makes prices whose sums are exact in {@code double}
 */
public record Markets(long seed, Timeframe timeframe, int ticksPerUnit) {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** @throws IllegalArgumentException when there are not 1 to 100,000 ticks for each unit */
    public Markets {
        if (ticksPerUnit < 1 || ticksPerUnit > 100_000) {
            throw new IllegalArgumentException("ticks per unit " + ticksPerUnit + " must be 1 to 100000");
        }
    }

    /** {@return markets of one-minute candles with prices in hundredths} */
    public static Markets seeded(long seed) {
        return new Markets(seed, Timeframe.M1, 100);
    }

    /** {@return the same markets in another timeframe} */
    public Markets withTimeframe(Timeframe newTimeframe) {
        return new Markets(seed, newTimeframe, ticksPerUnit);
    }

    /** {@return the same moves on another price grid} */
    public Markets withTicksPerUnit(int newTicksPerUnit) {
        return new Markets(seed, timeframe, newTicksPerUnit);
    }

    /** {@return prices without a direction} */
    public CandleSeries randomWalk(int size) {
        return make(Shape.WALK, size);
    }

    /** {@return prices that rise on the whole, up to 1,000,000} */
    public CandleSeries trending(int size) {
        return make(Shape.TREND, size);
    }

    /** {@return candles of one price and no volume} */
    public CandleSeries flat(int size) {
        return make(Shape.FLAT, size);
    }

    /** {@return candles with some missing in time, after which the price opens elsewhere} */
    public CandleSeries gappy(int size) {
        return make(Shape.GAPS, size);
    }

    /** {@return candles of which some have a high or low a tenth away from the rest} */
    public CandleSeries spiky(int size) {
        return make(Shape.SPIKES, size);
    }

    /** {@return one series of each kind} */
    public Stream<CandleSeries> all(int size) {
        return Stream.of(Shape.WALK, Shape.TREND, Shape.FLAT, Shape.GAPS, Shape.SPIKES)
                .map(shape -> make(shape, size));
    }

    private CandleSeries make(Shape shape, int size) {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " must not be negative");
        }
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of(shape.name() + "-" + seed), timeframe);
        Walk walk = new Walk(shape, seed, ticksPerUnit);
        long time = timeframe.openOf(START.toEpochMilli());
        for (int i = 0; i < size; i++) {
            int missing = walk.missing();
            if (missing > 0) {
                walk.jump();
            }
            time += missing * timeframe.millis();
            walk.addCandle(series, time);
            time += timeframe.millis();
        }
        return series.build();
    }
}
