package io.tradetracker.indicators.candlestick;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Candles in columns. */
record Prices(String name, double[] open, double[] high, double[] low, double[] close) {
    /** In eighths sums of prices are exact. */
    static final int EIGHTHS = 8;

    static final int CENTS = 100;

    static Prices empty(String name, int size) {
        return new Prices(name, new double[size], new double[size], new double[size], new double[size]);
    }

    static Prices of(CandleSeries series) {
        Prices made = empty(series.toString(), series.size());
        for (int i = 0; i < series.size(); i++) {
            made.set(i, series.open(i), series.high(i), series.low(i), series.close(i));
        }
        return made;
    }

    /**
     * {@return a market whose bodies, shadows and gaps change in size from one time to another, so that small and
     * large, equal and gapping candles follow each other}
     */
    static Prices random(long seed, int size, int ticksPerUnit) {
        Random random = new Random(seed);
        Prices made = empty("seed " + seed + " in 1/" + ticksPerUnit, size);
        double last = 1000;
        double bodies = 8;
        double shadows = 4;
        double gaps = 0.3;
        for (int i = 0; i < size; i++) {
            if (random.nextInt(20) == 0) {
                bodies = 1 + random.nextInt(24);
                shadows = random.nextInt(12);
                gaps = random.nextDouble();
            }
            double home = Math.signum(1000 - last);
            double open = last + (random.nextDouble() < gaps ? step(random, bodies) : 0);
            double close = open + step(random, random.nextInt(4) == 0 ? 1 : bodies) + home;
            double high = Math.max(open, close) + Math.abs(step(random, shadows));
            double low = Math.min(open, close) - Math.abs(step(random, shadows));
            made.set(i, open, high, low, close);
            last = close;
        }
        return made.each(ticks -> ticks / ticksPerUnit);
    }

    int size() {
        return open.length;
    }

    void set(int i, double newOpen, double newHigh, double newLow, double newClose) {
        open[i] = newOpen;
        high[i] = newHigh;
        low[i] = newLow;
        close[i] = newClose;
    }

    Prices part(int from, int to) {
        return new Prices(
                name + " from " + from,
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to));
    }

    Prices each(DoubleUnaryOperator change) {
        return new Prices(name, map(open, change), map(high, change), map(low, change), map(close, change));
    }

    CandleSeries toSeries() {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of("MADE"), Timeframe.M1);
        for (int i = 0; i < size(); i++) {
            series.add(i * 60_000L, open[i], high[i], low[i], close[i], 0);
        }
        return series.build();
    }

    void feed(CandlestickScan scan, int i) {
        scan.update(open[i], high[i], low[i], close[i]);
    }

    /** {@return for each pattern, by its index, the signal at each candle} */
    int[][] signals(Set<CandlestickPattern> patterns) {
        return signals(new CandlestickScan(patterns), patterns);
    }

    int[][] signals(CandlestickScan scan, Set<CandlestickPattern> patterns) {
        int[][] signals = new int[CandlestickPattern.values().length][size()];
        for (int i = 0; i < size(); i++) {
            feed(scan, i);
            for (CandlestickPattern pattern : patterns) {
                signals[pattern.index()][i] = scan.signal(pattern);
            }
        }
        return signals;
    }

    @Override
    public String toString() {
        return name;
    }

    private static double[] map(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    private static double step(Random random, double size) {
        return Math.rint(size * random.nextGaussian());
    }
}
