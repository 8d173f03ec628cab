package io.tradetracker.core.backtest;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of a strategy over recorded candles. The same inputs always give the same result. Made by
 * {@link io.tradetracker.core.TradeTracker#backtest()}; {@link #run()} may be called again and starts anew.
 */
public final class Backtest {
    private static final int CHUNK = 1024;

    private final CandleSeries candles;
    private final StrategyFactory strategy;
    private final EngineSettings settings;
    private final BacktestListener listener;
    private final boolean heard;
    private final QuestionService questions;
    private final Duration answerDelay;
    private final RunMetrics metrics;
    private volatile boolean cancelled;

    private Backtest(Builder from) {
        candles = Objects.requireNonNull(from.candles, "candles are missing: call candles(series)");
        strategy = Objects.requireNonNull(from.strategy, "the strategy is missing: call strategy(factory)");
        settings = new EngineSettings(
                candles.instrument(), candles.timeframe(), from.cash, from.size, from.costs, from.fillAt, from.seed);
        listener = from.listener;
        heard = !listener.equals(Builder.SILENT);
        questions = from.questions;
        answerDelay = from.answerDelay;
        metrics = from.metrics;
        if (candles.size() == 0) {
            throw new TradeTrackerException(CoreError.BAD_CONFIGURATION, "there is no candle in " + candles);
        }
    }

    /** {@return a builder whose runs report to these metrics} */
    public static Builder builder(RunMetrics metrics) {
        return new Builder(metrics);
    }

    /**
     * Runs it in the calling thread.
     *
     * @return what came out
     * @throws TradeTrackerException when the strategy fails, or CANCELLED after {@link #cancel()}
     */
    public BacktestResult run() {
        long started = System.nanoTime();
        Run run = new Run();
        while (run.next < candles.size()) {
            requireNotCancelled();
            listener.onProgress(run.next, candles.size());
            run.advance(Math.min(candles.size(), run.next + CHUNK));
        }
        listener.onProgress(candles.size(), candles.size());
        BacktestResult result = run.result();
        metrics.backtestDone(candles.size(), Duration.ofNanos(System.nanoTime() - started));
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

    /** The state of one run. */
    private final class Run {
        private final Engine engine = new Engine(settings, strategy);
        private final Deque<Answer> answers = new ArrayDeque<>();
        private final EquityCurve.Recorder equity = EquityCurve.over(candles);
        private int next;
        private int inPosition;
        private int fillsTold;
        private int decisionsTold;

        void advance(int end) {
            for (; next < end; next++) {
                long time = candles.timeMillis(next);
                if (!answers.isEmpty()) {
                    deliverAnswers(time);
                    engine.onCandleOpen(time, candles.open(next));
                    deliverAnswers(time + candles.timeframe().millis() - 1);
                }
                engine.onCandle(
                        time,
                        candles.open(next),
                        candles.high(next),
                        candles.low(next),
                        candles.close(next),
                        candles.volume(next));
                equity.add(engine.broker().equity());
                inPosition += engine.broker().position().isFlat() ? 0 : 1;
                if (engine.decisions().size() > decisionsTold
                        || engine.broker().fills().size() > fillsTold) {
                    tell(time + candles.timeframe().millis());
                }
            }
        }

        /** Brings the answers that have arrived by then, as in a live run: some while a candle is in progress. */
        private void deliverAnswers(long time) {
            while (!answers.isEmpty() && answers.getFirst().time().toEpochMilli() <= time) {
                engine.onAnswer(answers.removeFirst());
            }
        }

        private void tell(long closeTime) {
            if (heard) {
                tellListener();
            } else {
                fillsTold = engine.broker().fills().size();
                decisionsTold = engine.decisions().size();
            }
            for (Question question : engine.takeQuestions()) {
                answers.addLast(questions.answer(
                        question, Instant.ofEpochMilli(closeTime).plus(answerDelay)));
            }
        }

        // Not called for nobody: exact numbers and maps of indicator values cost more than the run itself.
        private void tellListener() {
            while (fillsTold < engine.broker().fills().size()) {
                listener.onFill(engine.broker().fills().fill(fillsTold++, settings.instrument()));
            }
            while (decisionsTold < engine.decisions().size()) {
                listener.onDecision(engine.decisions().get(decisionsTold++));
            }
        }

        BacktestResult result() {
            return new BacktestResult(candles, engine, equity.toCurve(), inPosition);
        }
    }

    /**
     * Configures a backtest. Candles and a strategy are needed; the rest has defaults. Not safe for several threads.
     */
    public static final class Builder {
        private static final BacktestListener SILENT = new BacktestListener() {};

        private final RunMetrics metrics;
        private @Nullable CandleSeries candles;
        private @Nullable StrategyFactory strategy;
        private double cash = 10_000;
        private PositionSize size = PositionSize.units(1);
        private Costs costs = Costs.NONE;
        private FillAt fillAt = FillAt.NEXT_OPEN;
        private long seed = 42;
        private BacktestListener listener = SILENT;
        private QuestionService questions = QuestionService.NONE;
        private Duration answerDelay = Duration.ZERO;

        private Builder(RunMetrics metrics) {
            this.metrics = metrics;
        }

        /** Sets what to run over. */
        public Builder candles(CandleSeries series) {
            candles = series;
            return this;
        }

        /** Sets what makes the strategy, such as {@code context -> new MyStrategy(context)}. */
        public Builder strategy(StrategyFactory factory) {
            strategy = factory;
            return this;
        }

        /** Sets what the account starts with, in the instrument's currency; 10,000 by default. */
        public Builder cash(double amount) {
            cash = amount;
            return this;
        }

        /** Sets the size of entries that name none; one unit by default. */
        public Builder size(PositionSize positionSize) {
            size = positionSize;
            return this;
        }

        /** Sets what trading costs; nothing by default. */
        public Builder costs(Costs tradingCosts) {
            costs = tradingCosts;
            return this;
        }

        /** Sets when market orders fill; at the next open by default. */
        public Builder fillAt(FillAt when) {
            fillAt = when;
            return this;
        }

        /** Sets the seed of the strategy's random numbers; 42 by default. */
        public Builder seed(long randomSeed) {
            seed = randomSeed;
            return this;
        }

        /** Sets who hears of fills, decisions and progress. */
        public Builder listener(BacktestListener backtestListener) {
            listener = backtestListener;
            return this;
        }

        /**
         * Sets who answers questions.
         *
         * @param service called in the thread of the run
         * @param delay market time from the question to the answer, zero or more
         */
        public Builder answers(QuestionService service, Duration delay) {
            questions = service;
            answerDelay = delay;
            return this;
        }

        /**
         * {@return the configured backtest}
         *
         * @throws NullPointerException when candles or strategy are missing
         * @throws IllegalArgumentException when the cash is not above zero
         * @throws TradeTrackerException BAD_CONFIGURATION when there is no candle
         */
        public Backtest build() {
            return new Backtest(this);
        }

        /** {@return what came out of one run; short for {@code build().run()}} */
        public BacktestResult run() {
            return build().run();
        }
    }
}
