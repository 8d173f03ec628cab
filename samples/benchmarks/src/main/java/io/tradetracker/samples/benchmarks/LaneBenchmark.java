package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One run of one lane. Each JVM first runs all rules in all lanes, as a host with several strategies does, so that no
 * call in the engine or in ta4j can be compiled for one strategy only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LaneBenchmark {
    private static final int ROUNDS_BEFORE = 10;
    private static final int CANDLES_BEFORE = 5_000;

    /** What is run. */
    @Param
    public TradingRules rules = TradingRules.SMA_CROSS;

    /** How it is run. */
    @Param
    public Lane lane = Lane.BACKTEST;

    /** How many candles a run has. */
    @Param("100000")
    public int candles;

    /** Of the candles. */
    @Param("42")
    public long seed;

    private Lane.Runner runner = rulesNotSetUp -> {
        throw new IllegalStateException("not set up");
    };

    /** Checks that all lanes do the same, which also shows every strategy to the compiler. */
    @Setup
    public void prepare() {
        CandleSeries few = GeometricWalk.candles(seed, CANDLES_BEFORE);
        for (int i = 0; i < ROUNDS_BEFORE; i++) {
            for (TradingRules each : TradingRules.values()) {
                Parity.check(few, each);
            }
        }
        runner = lane.over(GeometricWalk.candles(seed, candles));
    }

    /** {@return what happened} */
    @Benchmark
    public Lane.Outcome run() {
        return runner.run(rules);
    }
}
