package io.tradetracker.samples.benchmarks.sweep;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.samples.benchmarks.GeometricWalk;
import io.tradetracker.samples.benchmarks.Work;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All pairs of averages over one series, once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SweepBenchmark {
    /** How. */
    @Param
    public SweepLane lane = SweepLane.OURS_ONE;

    /** How many candles each run has. */
    @Param("100000")
    public int candles;

    /** Of the candles. */
    @Param("42")
    public long seed;

    private Pairs pairs = new Pairs(GeometricWalk.candles(1, 200));

    /** Makes the candles. */
    @Setup
    public void prepare() {
        CandleSeries series = GeometricWalk.candles(seed, candles);
        pairs = new Pairs(series);
    }

    /** {@return how many round trips there were, or what the work came to} */
    @Benchmark
    public double run() {
        return switch (lane) {
            case OURS_ONE, OURS_TWO -> pairs.ours(lane.threads());
            case TA4J -> pairs.ta4j();
            case WORK_ONE, WORK_TWO -> Work.shared(lane.threads());
        };
    }
}
