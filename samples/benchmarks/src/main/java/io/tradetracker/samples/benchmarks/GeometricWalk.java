package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.Random;

/**
 * One-minute candles of a geometric Brownian motion. Prices are multiples of 1/32, so that every sum of them is exact
 * in {@code double} and no lane can differ from another by rounding of a running sum.
 */
public final class GeometricWalk {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final double GRID = 32;
    private static final double FIRST_PRICE = 1_000;
    private static final int STEPS_IN_A_CANDLE = 8;
    private static final double VOLATILITY_OF_A_STEP = 0.0002;

    private final Random random;
    private double logarithm = StrictMath.log(FIRST_PRICE);
    private double price = FIRST_PRICE;

    private GeometricWalk(long seed) {
        random = new Random(seed);
    }

    /** {@return so many candles of a seed} */
    public static CandleSeries candles(long seed, int count) {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of("GBM-" + seed), Timeframe.M1);
        GeometricWalk walk = new GeometricWalk(seed);
        for (int i = 0; i < count; i++) {
            walk.addCandle(series, START + i * Timeframe.M1.millis());
        }
        return series.build();
    }

    private void addCandle(CandleSeries.Builder series, long timeMillis) {
        double open = price;
        double high = price;
        double low = price;
        for (int i = 0; i < STEPS_IN_A_CANDLE; i++) {
            step();
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        series.add(timeMillis, open, high, low, price, 1 + random.nextInt(1_000));
    }

    private void step() {
        double drift = -VOLATILITY_OF_A_STEP * VOLATILITY_OF_A_STEP / 2;
        logarithm += drift + VOLATILITY_OF_A_STEP * random.nextGaussian();
        price = Math.max(1, Math.rint(StrictMath.exp(logarithm) * GRID)) / GRID;
    }
}
