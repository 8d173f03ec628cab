package io.tradetracker.core.sweep;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.backtest.Backtest;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.indicators.IndicatorColumns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a strategy with every combination of a grid over one series, on threads of its own that end with the run.
 * Indicators that several combinations have in common are computed once. Made by
 * {@link io.tradetracker.core.TradeTracker#sweep()}.
 */
public final class Sweep {
    private static final long PROGRESS_MILLIS = 200;
    private static final int COLUMNS_SHARE_OF_HEAP = 8;

    private final RunMetrics metrics;
    private final CandleSeries candles;
    private final @Nullable CandleSeries heldOut;
    private final ParameterGrid grid;
    private final Function<Map<String, String>, StrategyFactory> strategy;
    private final UnaryOperator<BacktestBuilder> configuration;
    private final Statistic rankBy;
    private final int threads;
    private final SweepProgress progress;
    private volatile boolean cancelled;

    Sweep(SweepBuilder from) {
        CandleSeries all = SweepBuilder.needed(from.candles, "candles are missing: call candles(series)");
        grid = SweepBuilder.needed(from.grid, "the grid is missing: call grid(combinations)");
        strategy = SweepBuilder.needed(from.strategy, "the strategy is missing: call strategy(ofValues)");
        metrics = from.metrics;
        configuration = from.configuration;
        rankBy = from.rankBy;
        threads = from.threads;
        progress = from.progress;
        int split = all.size() - (int) Math.floor(all.size() * from.holdoutPercent / 100);
        if (split < 1) {
            throw new TradeTrackerException(CoreError.BAD_CONFIGURATION, "there is no candle in " + all);
        }
        candles = split == all.size() ? all : all.slice(0, split);
        heldOut = split == all.size() ? null : all.slice(split, all.size());
    }

    /** {@return a builder whose runs report to these metrics} */
    public static SweepBuilder builder(RunMetrics metrics) {
        return new SweepBuilder(metrics);
    }

    /**
     * Runs all, and returns when the last is done.
     *
     * @throws TradeTrackerException CANCELLED after {@link #cancel()} or an interruption
     */
    public SweepResult run() {
        SweepRow[] rows = new SweepRow[grid.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
        int workers = Math.min(threads, rows.length);
        CountDownLatch finished = new CountDownLatch(workers);
        Part learning = new Part(candles);
        Part testing = heldOut == null ? null : new Part(heldOut);
        ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("sweep-", 0).daemon().factory());
        try {
            for (int i = 0; i < workers; i++) {
                pool.execute(() -> {
                    try {
                        for (int n = next.getAndIncrement();
                                n < rows.length && !cancelled;
                                n = next.getAndIncrement()) {
                            rows[n] = row(n, learning, testing);
                            done.incrementAndGet();
                        }
                    } catch (Throwable thrown) {
                        broken.add(thrown);
                        cancelled = true;
                    } finally {
                        finished.countDown();
                    }
                });
            }
            await(finished, done, rows.length);
        } finally {
            pool.close();
        }
        requireWhole(broken.peek());
        return new SweepResult(grid, rankBy, List.of(rows), heldOut == null ? null : heldOut.time(0));
    }

    private void await(CountDownLatch finished, AtomicInteger done, int total) {
        long started = System.nanoTime();
        progress.onProgress(0, total, Duration.ZERO);
        try {
            while (!finished.await(PROGRESS_MILLIS, TimeUnit.MILLISECONDS)) {
                int now = done.get();
                long spent = System.nanoTime() - started;
                progress.onProgress(
                        now, total, Duration.ofNanos(now == 0 ? 0 : (long) ((double) spent / now * (total - now))));
            }
        } catch (InterruptedException interrupted) {
            cancelled = true;
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error thrown) {
            cancelled = true;
            throw thrown;
        }
        if (!cancelled) {
            progress.onProgress(total, total, Duration.ZERO);
        }
    }

    private void requireWhole(@Nullable Throwable broken) {
        if (broken instanceof Error error) {
            throw error;
        }
        if (broken != null) {
            throw new TradeTrackerException(CoreError.CANCELLED, "the sweep failed: " + broken.getMessage(), broken);
        }
        if (cancelled) {
            throw new TradeTrackerException(CoreError.CANCELLED, "the sweep was cancelled");
        }
    }

    private SweepRow row(int number, Part learning, @Nullable Part testing) {
        Map<String, String> values = grid.combination(number);
        try {
            StrategyFactory factory = strategy.apply(values);
            double[] figures = learning.run(factory);
            double @Nullable [] held = testing == null ? null : testing.run(factory);
            return new SweepRow(number, values, figures, held, "");
        } catch (RuntimeException fault) {
            String message = fault.getMessage();
            return new SweepRow(number, values, null, null, message == null ? fault.toString() : message);
        }
    }

    /** Makes running and later {@link #run()}s fail with CANCELLED after the runs at hand. Any thread may call it. */
    public void cancel() {
        cancelled = true;
    }

    /** Candles with the indicators that runs over them share. */
    private final class Part {
        private final CandleSeries series;
        private final IndicatorColumns columns;

        Part(CandleSeries series) {
            this.series = series;
            columns = new IndicatorColumns(series, Runtime.getRuntime().maxMemory() / COLUMNS_SHARE_OF_HEAP);
        }

        double[] run(StrategyFactory factory) {
            BacktestBuilder backtest = configuration.apply(Backtest.builder(metrics)
                    .candles(series)
                    .keepDecisions(false)
                    .figures(SweepRow.FIGURES));
            return SweepRow.keep(
                    backtest.strategy(factory).columns(columns).run().report());
        }
    }
}
