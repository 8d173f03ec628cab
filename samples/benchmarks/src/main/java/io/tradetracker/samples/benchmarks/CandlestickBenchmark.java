package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One scan of a series for candlestick patterns, candle by candle; every pattern's signals end in an array. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CandlestickBenchmark {
    /** Watched are the patterns of up to so many candles: 17 of one, 61 of five. */
    @Param({"1", "2", "5"})
    public int longestPattern;

    /** How many candles a scan sees. */
    @Param("100000")
    public int candles;

    /** Of the candles. */
    @Param("42")
    public long seed;

    private final int[][] signals = new int[CandlestickPattern.values().length][];
    private Set<CandlestickPattern> patterns = Set.of();
    private CandleSeries series = GeometricWalk.candles(1, 1);

    /** Makes the candles. */
    @Setup
    public void prepare() {
        series = GeometricWalk.candles(seed, candles);
        patterns = Arrays.stream(CandlestickPattern.values())
                .filter(pattern -> pattern.candles() <= longestPattern)
                .collect(Collectors.toSet());
        Arrays.setAll(signals, pattern -> new int[candles]);
    }

    /** {@return the signals of each pattern} */
    @Benchmark
    @SuppressWarnings("EnumOrdinal") // an index that lives as long as this run
    public int[][] scan() {
        CandlestickScan scan = new CandlestickScan(patterns);
        for (int[] column : signals) {
            Arrays.fill(column, 0);
        }
        for (int i = 0; i < series.size(); i++) {
            scan.update(series.open(i), series.high(i), series.low(i), series.close(i));
            for (int k = 0; k < scan.count(); k++) {
                CandlestickPattern found = scan.found(k);
                signals[found.ordinal()][i] = scan.signal(found);
            }
        }
        return signals;
    }
}
