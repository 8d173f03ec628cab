package io.tradetracker.core.backtest;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.SimulatedMarket;
import io.tradetracker.indicators.IndicatorColumns;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a strategy over recorded candles. The same inputs always give the same result. Made by
 * {@link io.tradetracker.core.TradeTracker#backtest()}; {@link #run()} may be called again and starts anew.
 */
public final class Backtest {
    private static final int CHUNK = 1024;

    private final List<CandleSeries> candles;
    private final List<SimulatedMarket> markets;
    private final StrategyFactory strategy;
    private final EngineSettings settings;
    private final BacktestOptions options;
    private final RunMetrics metrics;
    private volatile boolean cancelled;

    Backtest(
            List<CandleSeries> candles,
            List<SimulatedMarket> markets,
            StrategyFactory strategy,
            EngineSettings settings,
            BacktestOptions options,
            RunMetrics metrics) {
        this.candles = candles;
        this.markets = markets;
        this.strategy = strategy;
        this.settings = settings;
        this.options = options;
        this.metrics = metrics;
        requireCandles();
        requireOwnColumns(options.columns());
    }

    @SuppressWarnings("ReferenceEquality") // equal candles would do, but to compare them all takes as long as a run
    private void requireOwnColumns(@Nullable IndicatorColumns columns) {
        if (columns != null && candles.size() > 1) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION, "columns of indicators are for a run of one instrument");
        }
        if (columns != null && columns.series() != candles.getFirst()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "the columns are of " + columns.series() + ", the run is over " + candles.getFirst()
                            + ": make the columns of the very series that is run over");
        }
    }

    private void requireCandles() {
        Set<Object> instruments = new HashSet<>();
        for (CandleSeries series : candles) {
            boolean mayBeEmpty = options.interruptions() != null && !series.equals(candles.getFirst());
            if (series.size() == 0 && !mayBeEmpty) {
                throw new TradeTrackerException(CoreError.BAD_CONFIGURATION, "there is no candle in " + series);
            }
            if (!series.timeframe().equals(settings.timeframe())) {
                throw new TradeTrackerException(
                        CoreError.BAD_CONFIGURATION,
                        series + " are not of " + settings.timeframe() + " as those of the strategy's own instrument;"
                                + " build longer candles inside the strategy, with context.candles(timeframe)");
            }
            if (!instruments.add(series.instrument().id())) {
                throw new TradeTrackerException(
                        CoreError.BAD_CONFIGURATION,
                        "candles of " + series.instrument().id() + " were given twice");
            }
        }
    }

    /** {@return a builder whose runs report to these metrics} */
    public static BacktestBuilder builder(RunMetrics metrics) {
        return new BacktestBuilder(metrics);
    }

    /**
     * Runs it in the calling thread.
     *
     * @return what came out
     * @throws TradeTrackerException when the strategy fails, or CANCELLED after {@link #cancel()}
     */
    public BacktestResult run() {
        return run(settings);
    }

    /**
     * Runs it in the calling thread with another order of the prices inside a candle: a result that hangs on that order
     * is not proven.
     *
     * @return what came out
     * @throws TradeTrackerException as {@link #run()}
     */
    public BacktestResult run(CandlePath path) {
        return run(settings.withRules(settings.account().rules().withPath(path)));
    }

    private BacktestResult run(EngineSettings with) {
        long started = System.nanoTime();
        Engine engine = new Engine(with, markets, strategy, options.keepsDecisions());
        IndicatorColumns columns = options.columns();
        if (columns != null) {
            engine.useColumns(columns);
        } else if (candles.size() == 1 && options.interruptions() == null) {
            engine.useSeries(candles.getFirst());
        }
        int total = Timeline.moments(candles);
        BacktestRun run = new BacktestRun(engine, candles, total, options);
        int done = 0;
        do {
            requireNotCancelled();
            options.progress().onProgress(done, total);
            done += run.advance(CHUNK);
        } while (done < total);
        options.progress().onProgress(total, total);
        BacktestResult result = run.finish();
        metrics.backtestDone(total, Duration.ofNanos(System.nanoTime() - started));
        return result;
    }

    /**
     * Makes running and later {@link #run()}s fail with CANCELLED within about a thousand candles. Any thread may call
     * it.
     */
    public void cancel() {
        cancelled = true;
    }

    private void requireNotCancelled() {
        if (cancelled) {
            throw new TradeTrackerException(CoreError.CANCELLED, "the backtest was cancelled");
        }
    }

    /**
     * What a run does besides trading. Immutable.
     *
     * @param listener who hears of fills and decisions; null for nobody
     * @param progress who hears how far it is
     * @param questions who answers questions
     * @param answerDelay market time from a question to its answer
     * @param keepsDecisions whether the result has every decision
     * @param closesAtEnd whether open positions are closed at the last close
     * @param roundTrips what counts as one round trip
     * @param daysPerYear factor of annualisation; NaN for the observed number
     * @param figures which figures the report has
     * @param columns from which indicators are taken; null to compute them for this run only
     * @param interruptions what a live run had besides; null for a plain backtest
     */
    record BacktestOptions(
            @Nullable BacktestListener listener,
            BacktestProgress progress,
            QuestionService questions,
            Duration answerDelay,
            boolean keepsDecisions,
            boolean closesAtEnd,
            RoundTripMethod roundTrips,
            double daysPerYear,
            Set<Statistic> figures,
            @Nullable IndicatorColumns columns,
            @Nullable Interruptions interruptions) {}
}
