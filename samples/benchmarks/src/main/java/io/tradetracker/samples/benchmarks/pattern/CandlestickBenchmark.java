package io.tradetracker.samples.benchmarks.pattern;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import io.tradetracker.samples.benchmarks.GeometricWalk;
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

/** Candlestick patterns over one series; every pattern's signals end in an array. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CandlestickBenchmark {
    /** Watched are the patterns of up to so many candles: 17 of one, 61 of five. Only of our scans. */
    @Param("5")
    public int longestPattern;

    /** How many candles a scan sees. */
    @Param("100000")
    public int candles;

    /** Of the candles. */
    @Param("42")
    public long seed;

    private final int[][] signals = new int[CandlestickPattern.values().length][];
    private CandlestickPattern[] all = {};
    private Set<CandlestickPattern> patterns = Set.of();
    private CandleSeries series = GeometricWalk.candles(1, 1);
    private TaLibFunctions taLib = new TaLibFunctions(series);

    /** Makes the candles. */
    @Setup
    public void prepare() {
        series = GeometricWalk.candles(seed, candles);
        taLib = new TaLibFunctions(series);
        patterns = Arrays.stream(CandlestickPattern.values())
                .filter(pattern -> pattern.candles() <= longestPattern)
                .collect(Collectors.toSet());
        all = patterns.toArray(CandlestickPattern[]::new);
        Arrays.setAll(signals, pattern -> new int[candles]);
    }

    /** {@return the signals of each pattern: ours candle by candle, where something was found} */
    @Benchmark
    @SuppressWarnings("EnumOrdinal") // an index that lives as long as this run
    public int[][] found() {
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

    /** {@return the same: ours candle by candle, each pattern asked at each} */
    @Benchmark
    @SuppressWarnings("EnumOrdinal") // an index that lives as long as this run
    public int[][] asked() {
        CandlestickScan scan = new CandlestickScan(patterns);
        for (int i = 0; i < series.size(); i++) {
            scan.update(series.open(i), series.high(i), series.low(i), series.close(i));
            for (CandlestickPattern pattern : all) {
                signals[pattern.ordinal()][i] = scan.signal(pattern);
            }
        }
        return signals;
    }

    /** {@return the same: TA-Lib's 61 functions, one after the other over whole arrays} */
    @Benchmark
    public int[][] taLib() {
        return taLib.callAll();
    }
}
