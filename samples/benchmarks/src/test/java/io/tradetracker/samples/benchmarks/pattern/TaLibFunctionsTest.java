package io.tradetracker.samples.benchmarks.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.samples.benchmarks.GeometricWalk;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TaLibFunctionsTest {
    @Test
    void callsOneFunctionForEachPattern() {
        TaLibFunctions functions = new TaLibFunctions(GeometricWalk.candles(42, 5_000));

        assertThat(functions.count()).isEqualTo(CandlestickPattern.values().length);
        assertThat(Arrays.stream(functions.callAll())
                        .filter(signals -> Arrays.stream(signals).anyMatch(signal -> signal != 0))
                        .count())
                .isGreaterThan(15);
    }

    @Test
    void bothOfOurScansFillTheSameArrays() {
        CandlestickBenchmark benchmark = new CandlestickBenchmark();
        benchmark.candles = 5_000;
        benchmark.seed = 42;
        benchmark.longestPattern = 5;
        benchmark.prepare();

        int[][] found = Arrays.stream(benchmark.found()).map(int[]::clone).toArray(int[][]::new);

        assertThat(benchmark.asked()).isDeepEqualTo(found);
    }
}
