package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.core.backtest.Backtest.BacktestOptions;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.report.RunOutcome;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one run. Used by one thread. */
final class BacktestRun {
    private final Engine engine;
    private final SimulatedBroker broker;
    private final List<CandleSeries> candles;
    private final CandleSeries own;
    private final BacktestOptions options;
    private final Timeline timeline;
    private final double[] equity;
    private final long[] moments;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final long lengthMillis;
    private final @Nullable InterruptedRun interrupted;
    private int next;
    private int inPosition;
    private int fillsTold;
    private int decisionsTold;
    private int decisionsSeen;

    BacktestRun(Engine engine, List<CandleSeries> candles, int moments, BacktestOptions options) {
        this.engine = engine;
        this.candles = candles;
        this.options = options;
        broker = engine.broker();
        own = candles.getFirst();
        timeline = new Timeline(candles);
        lengthMillis = own.timeframe().millis();
        equity = new double[moments];
        interrupted = options.interruptions() == null ? null : new InterruptedRun(engine, options.interruptions());
        this.moments = new long[candles.size() == 1 && interrupted == null ? 0 : moments];
    }

    /** {@return how many moments were handled, at most this many} */
    int advance(int most) {
        if (interrupted != null) {
            return advance(interrupted, most);
        }
        return candles.size() == 1 ? advanceOne(most) : advanceSeveral(most);
    }

    private int advanceOne(int most) {
        int end = Math.min(own.size(), next + most);
        int from = next;
        while (next < end) {
            if (!answers.isEmpty() || !skipQuietCandles(end)) {
                advance(own.timeMillis(next), next);
            }
        }
        return end - from;
    }

    /** {@return whether there were any} */
    private boolean skipQuietCandles(int end) {
        int from = next;
        boolean held = !broker.isFlat();
        next = engine.onQuietCandles(own, from, end, equity);
        if (next == from) {
            return false;
        }
        inPosition += held ? next - from - 1 : 0;
        after(next - 1, own.timeMillis(next - 1));
        return true;
    }

    private void advance(long time, int i) {
        if (!answers.isEmpty()) {
            deliverAnswers(time);
            engine.onCandleOpen(time, own.open(i));
            deliverAnswers(time + lengthMillis - 1);
        }
        engine.onCandle(own, i);
        equity[i] = broker.equity();
        after(i, time);
        next++;
    }

    private int advanceSeveral(int most) {
        int done = 0;
        while (done < most && timeline.advance()) {
            long time = timeline.timeMillis();
            deliverAnswers(time);
            engine.onCandles(time, timeline.series(), timeline.at());
            takeMoment(time);
            done++;
        }
        return done;
    }

    private int advance(InterruptedRun live, int most) {
        int done = 0;
        while (done < most && timeline.advance()) {
            if (live.take(timeline)) {
                takeMoment(timeline.timeMillis());
            }
            done++;
        }
        return done;
    }

    private void takeMoment(long time) {
        moments[next] = time;
        equity[next] = broker.equity();
        after(next++, time);
    }

    private void after(int moment, long openMillis) {
        if (equity[moment] <= 0) {
            broker.onNothingLeft(openMillis + lengthMillis);
        }
        inPosition += broker.isFlat() ? 0 : 1;
        if (engine.decisionCount() > decisionsSeen || broker.fills().size() > fillsTold) {
            tell(openMillis + lengthMillis);
        }
    }

    /** Brings the answers that have arrived by then, as in a live run: some while a candle is in progress. */
    private void deliverAnswers(long time) {
        while (!answers.isEmpty() && answers.getFirst().time().toEpochMilli() <= time) {
            engine.onAnswer(answers.removeFirst());
        }
    }

    private void tell(long closeTime) {
        decisionsSeen = engine.decisionCount();
        BacktestListener listener = options.listener();
        if (listener == null) {
            fillsTold = broker.fills().size();
        } else {
            tell(listener);
        }
        for (Question question : engine.takeQuestions()) {
            if (interrupted != null) {
                continue; // its answers are among the events
            }
            Instant at = Instant.ofEpochMilli(closeTime).plus(options.answerDelay());
            answers.addLast(options.questions().answerOrFail(question, at));
        }
    }

    private void tell(BacktestListener listener) {
        while (fillsTold < broker.fills().size()) {
            listener.onFill(broker.fills().fill(fillsTold++));
        }
        while (decisionsTold < engine.decisions().size()) {
            listener.onDecision(engine.decisions().get(decisionsTold++));
        }
    }

    BacktestResult finish() {
        if (interrupted != null) {
            interrupted.giveEvents();
        }
        if (options.closesAtEnd() && !broker.isFlat()) {
            engine.closeAll();
            equity[next - 1] = broker.equity();
        }
        RunOutcome outcome = new RunOutcome(
                interrupted == null ? own : interrupted.ofTheRun(own),
                curve(),
                broker,
                engine.settings().cash(),
                inPosition,
                engine.firstAskedMillis(),
                options.daysPerYear());
        return new BacktestResult(candles, engine, outcome, options);
    }

    private EquityCurve curve() {
        return moments.length == 0
                ? EquityCurve.of(own, equity)
                : EquityCurve.of(Arrays.copyOf(moments, next), Arrays.copyOf(equity, next), lengthMillis);
    }
}
