package io.tradetracker.indicators.chartpattern;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A course of prices in units of about one average true range, made of straight legs, with noise. */
final class Course {
    private static final long START = 1_600_000_000_000L;

    private final Random random;
    private final double noise;
    private final boolean mirrored;
    private final List<double[]> candles = new ArrayList<>();
    private final List<Integer> keys = new ArrayList<>();
    private double level;

    /**
     * @param noise how far each price is from where it should be, standard deviation in average true ranges
     * @param mirrored whether prices are turned upside down at the end
     */
    Course(Random random, double noise, boolean mirrored) {
        this.random = random;
        this.noise = noise;
        this.mirrored = mirrored;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int candlesBetween(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Prices stay about where they are. */
    Course hover(int many) {
        for (int i = 0; i < many; i++) {
            candle(level + between(-0.5, 0.5), 0.25);
        }
        return this;
    }

    /** Prices go straight to a level, 0.5 to 0.9 a candle. */
    Course leg(double to) {
        return leg(to, Math.max(6, (int) Math.round(Math.abs(to - level) / between(0.5, 0.9))));
    }

    /** Prices go straight to a level in so many candles. */
    Course leg(double to, int many) {
        double from = level;
        for (int i = 1; i <= many; i++) {
            level = from + (to - from) * i / many;
            candle(level, 0.2);
        }
        return this;
    }

    /** A candle around a level, with wicks. */
    Course candle(double close, double wick) {
        level = close;
        double open = candles.isEmpty() ? close : candles.getLast()[3];
        double noisy = close + noise * random.nextGaussian();
        double high = Math.max(open, noisy) + wick + Math.abs(noise * random.nextGaussian());
        double low = Math.min(open, noisy) - wick - Math.abs(noise * random.nextGaussian());
        return exact(open, high, low, noisy);
    }

    Course exact(double open, double high, double low, double close) {
        candles.add(new double[] {open, high, low, close});
        return this;
    }

    /** The newest candle is a key point. */
    Course key() {
        keys.add(candles.size() - 1);
        return this;
    }

    Course at(double newLevel) {
        level = newLevel;
        return this;
    }

    double level() {
        return level;
    }

    double lastHigh() {
        return candles.getLast()[1];
    }

    List<Integer> keys() {
        return keys;
    }

    /** {@return the candles, at a price and in a unit that differ from course to course} */
    CandleSeries series() {
        double unit = Math.pow(10, between(-3, 3));
        double base = unit * between(60, 400);
        double sign = mirrored ? -1 : 1;
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("MADE"), Timeframe.H1);
        for (int i = 0; i < candles.size(); i++) {
            double[] each = candles.get(i);
            double high = base + sign * unit * (mirrored ? each[2] : each[1]);
            double low = base + sign * unit * (mirrored ? each[1] : each[2]);
            double open = Math.clamp(base + sign * unit * each[0], low, high);
            double close = Math.clamp(base + sign * unit * each[3], low, high);
            builder.add(START + i * Timeframe.H1.millis(), open, high, low, close, 1);
        }
        return builder.build();
    }
}
