package io.tradetracker.core.sweep;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.report.Statistic;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Configures a sweep. Candles, a grid and a strategy are needed; the rest has defaults. Not safe for several threads.
 */
public final class SweepBuilder {
    final RunMetrics metrics;

    @Nullable
    CandleSeries candles;

    @Nullable
    ParameterGrid grid;

    @Nullable
    Function<Map<String, String>, StrategyFactory> strategy;

    UnaryOperator<BacktestBuilder> configuration = UnaryOperator.identity();
    double holdoutPercent;
    Statistic rankBy = Statistic.SHARPE;
    int threads = Runtime.getRuntime().availableProcessors();
    SweepProgress progress = SweepProgress.NONE;

    SweepBuilder(RunMetrics metrics) {
        this.metrics = metrics;
    }

    /** Sets what to run over. */
    public SweepBuilder candles(CandleSeries series) {
        candles = series;
        return this;
    }

    /** Sets which combinations to try, such as {@code ParameterGrid.of("fast=5..50:5", "slow=20..200:10")}. */
    public SweepBuilder grid(ParameterGrid combinations) {
        grid = combinations;
        return this;
    }

    /**
     * Sets what makes the strategy of one combination of values. Called by several threads at once; what it throws, and
     * what the strategy throws, becomes the {@link SweepRow#fault()} of that combination.
     */
    public SweepBuilder strategy(Function<Map<String, String>, StrategyFactory> ofValues) {
        strategy = ofValues;
        return this;
    }

    /** Sets size, costs and rules of each run. Called by several threads at once. */
    public SweepBuilder configure(UnaryOperator<BacktestBuilder> change) {
        configuration = change;
        return this;
    }

    /**
     * Holds the last part of the candles out: rows are ranked by what comes before it, and then run on it as well, each
     * anew.
     *
     * @param percent of the candles, 0 (the default) to 90
     */
    public SweepBuilder holdout(double percent) {
        if (!(percent >= 0 && percent <= 90)) {
            throw new IllegalArgumentException("holdout " + percent + " % must be 0 to 90");
        }
        holdoutPercent = percent;
        return this;
    }

    /**
     * Sets the figure that ranks; the Sharpe ratio by default. Of drawdown and volatility, less is better.
     *
     * @throws IllegalArgumentException when it is none of {@link SweepRow#FIGURES}
     */
    public SweepBuilder rankBy(Statistic statistic) {
        SweepRow.indexOf(statistic);
        rankBy = statistic;
        return this;
    }

    /** Sets how many threads of its own a run uses; as many as there are processors by default. */
    public SweepBuilder threads(int count) {
        if (count < 1 || count > 1024) {
            throw new IllegalArgumentException("threads " + count + " must be 1 to 1024");
        }
        threads = count;
        return this;
    }

    /** Sets who hears how far it is. */
    public SweepBuilder progress(SweepProgress listener) {
        progress = listener;
        return this;
    }

    /**
     * {@return the configured sweep}
     *
     * @throws TradeTrackerException BAD_CONFIGURATION when something needed is missing, or too few candles are left
     */
    public Sweep build() {
        return new Sweep(this);
    }

    /** {@return what came out; short for {@code build().run()}} */
    public SweepResult run() {
        return build().run();
    }

    static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw new TradeTrackerException(CoreError.BAD_CONFIGURATION, what);
        }
        return value;
    }
}
