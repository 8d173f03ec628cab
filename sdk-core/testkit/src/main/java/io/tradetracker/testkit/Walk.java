package io.tradetracker.testkit;

import io.tradetracker.api.market.CandleSeries;
import java.util.Random;

/** Walks a price through candles, in whole ticks so that no rounding adds up. */
final class Walk {
    private static final int MOVES_IN_A_CANDLE = 4;
    private static final int WHOLE = 10_000;

    private final Shape shape;
    private final Random random;
    private final double ticksPerUnit;
    private final long lowestPrice;
    private final long highestPrice;
    private long price;

    Walk(Shape shape, long seed, int ticksPerUnit) {
        this.shape = shape;
        this.ticksPerUnit = ticksPerUnit;
        random = new Random(seed);
        price = 100L * ticksPerUnit;
        lowestPrice = ticksPerUnit;
        highestPrice = 1_000_000L * ticksPerUnit;
    }

    /** {@return how many candles are missing before the next one} */
    int missing() {
        return happens(shape.gapPercent()) ? 1 + random.nextInt(5) : 0;
    }

    /** Moves the price to where a market opens after a break. */
    void jump() {
        price = bounded(price + 5 * move());
    }

    void addCandle(CandleSeries.Builder to, long timeMillis) {
        long open = price;
        long high = price;
        long low = price;
        for (int i = 0; i < MOVES_IN_A_CANDLE; i++) {
            price = bounded(price + move());
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        if (happens(shape.spikePercent())) {
            high += high / 10;
        }
        if (happens(shape.spikePercent())) {
            low -= low / 10;
        }
        int volume = shape.step() == 0 ? 0 : random.nextInt(1_000);
        to.add(timeMillis, units(open), units(high), units(low), units(price), volume);
    }

    private long move() {
        // Only nextInt: its numbers are laid down in the documentation of Random, so they are the same everywhere.
        int step = Math.toIntExact(share(shape.step()));
        return random.nextInt(2 * step + 1) - step + share(shape.drift());
    }

    private long share(int tenThousandths) {
        return tenThousandths == 0 ? 0 : Math.max(1, price * tenThousandths / WHOLE);
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private long bounded(long ticks) {
        return Math.clamp(ticks, lowestPrice, highestPrice);
    }

    private double units(long ticks) {
        return ticks / ticksPerUnit;
    }
}
