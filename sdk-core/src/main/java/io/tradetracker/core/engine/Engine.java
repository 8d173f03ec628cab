package io.tradetracker.core.engine;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one strategy on one account. The caller gives events in the order of time; for each candle:
 *
 * <ol>
 *   <li>{@link #onCandleOpen}: market orders fill;
 *   <li>{@link #onCandle}: stops and limits inside the candle fill, the strategy hears of fills and refusals, and only
 *       then the candle becomes visible: longer timeframes, indicators, {@link Strategy#onCandle}.
 * </ol>
 *
 * A failure of the strategy comes out as {@link TradeTrackerException} with code STRATEGY_FAILED or BAD_DECISION; the
 * engine must not be used after that. Used by one thread at a time.
 */
public final class Engine {
    private static final int MAX_EVENTS_PER_CANDLE = 1_000;

    private final EngineSettings settings;
    private final long timeframeMillis;
    private final EngineClock clock = new EngineClock();
    private final SimulatedBroker broker;
    private final TimeframeTrack base;
    private final LongerTrack[] longer;
    private final Strategy strategy;
    private final EngineView view;
    private final DecisionLog decisions;
    private final List<Question> questions = new ArrayList<>();
    private final int warmUp;
    private boolean ready;
    private int candleCount;
    private long lastOpenTime = Long.MIN_VALUE;
    private boolean inCandle;
    private boolean attended = true;
    private int fillsTold;
    private int rejectionsTold;

    /**
     * Creates the strategy.
     *
     * @throws TradeTrackerException when the strategy cannot be created
     */
    public Engine(EngineSettings settings, StrategyFactory factory) {
        this.settings = settings;
        timeframeMillis = settings.timeframe().millis();
        broker = new SimulatedBroker(settings.instrument(), settings.costs(), settings.cash(), settings.size());
        EngineContext context = new EngineContext(settings, clock);
        strategy = create(factory, context);
        context.seal();
        base = context.base();
        longer = context.longer().values().toArray(LongerTrack[]::new);
        warmUp = context.warmUpCandles();
        view = new EngineView(clock, context, broker);
        decisions = new DecisionLog(context);
    }

    private static Strategy create(StrategyFactory factory, EngineContext context) {
        try {
            Strategy made = factory.create(context);
            if (made == null) {
                throw new TradeTrackerException(ApiError.STRATEGY_FAILED, "the strategy's factory returned null");
            }
            return made;
        } catch (TradeTrackerException known) {
            throw known;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw new TradeTrackerException(
                    ApiError.STRATEGY_FAILED, "the strategy could not be created: " + describe(thrown), thrown);
        }
    }

    /**
     * Takes in a candle from before the run: indicators see it, the strategy is not asked and nothing fills.
     *
     * @param timeMillis its open time, after the candle before
     */
    public void warmUp(long timeMillis, double open, double high, double low, double close, double volume) {
        requireLater(timeMillis);
        lastOpenTime = timeMillis;
        publish(timeMillis, open, high, low, close, volume);
    }

    /**
     * A candle opened. Calling it again for the same candle does nothing.
     *
     * @param timeMillis its open time, after the candle before
     * @param open its first price
     */
    public void onCandleOpen(long timeMillis, double open) {
        if (inCandle && timeMillis == lastOpenTime) {
            return;
        }
        requireLater(timeMillis);
        lastOpenTime = timeMillis;
        inCandle = true;
        broker.onOpen(timeMillis, open);
        tellStrategy(timeMillis);
    }

    /**
     * A candle closed. {@link #onCandleOpen} is called first where the caller has not.
     *
     * @param timeMillis its open time
     */
    public void onCandle(long timeMillis, double open, double high, double low, double close, double volume) {
        onCandleOpen(timeMillis, open);
        inCandle = false;
        broker.onRange(high, low, close);
        tellStrategy(timeMillis);
        publish(timeMillis, open, high, low, close, volume);
        if (ready || becomesReady()) {
            long closeTime = timeMillis + timeframeMillis;
            clock.set(closeTime);
            Decision decision = askAboutCandle();
            if (!isPlainHold(decision)) {
                act(decision, "candle");
                tellStrategy(closeTime);
            }
            if (settings.fillAt() == FillAt.CLOSE) {
                broker.fillAtClose(closeTime);
                tellStrategy(closeTime);
            }
        }
    }

    /**
     * A candle passed while nobody ran the strategy: stops and limits fill as they would at a broker, indicators see
     * it, and the strategy hears of fills, but what it wants is not done.
     *
     * @param timeMillis its open time
     */
    public void onUnattendedCandle(long timeMillis, double open, double high, double low, double close, double volume) {
        attended = false;
        onCandleOpen(timeMillis, open);
        inCandle = false;
        broker.onRange(high, low, close);
        tellStrategy(timeMillis);
        attended = true;
        publish(timeMillis, open, high, low, close, volume);
    }

    /** The run is halted: orders that wait are taken back; the position and its protection stay. */
    public void onHalt() {
        broker.submit(new Intent.Cancel(""), clock.millis());
    }

    /** A slow service answered. */
    public void onAnswer(Answer answer) {
        long time = answer.time().toEpochMilli();
        clock.set(time);
        act(ask("onAnswer", () -> strategy.onAnswer(answer, view)), "answer");
        tellStrategy(time);
    }

    /** {@return the questions asked since the last call, in order} */
    public List<Question> takeQuestions() {
        if (questions.isEmpty()) {
            return List.of();
        }
        List<Question> taken = List.copyOf(questions);
        questions.clear();
        return taken;
    }

    private void publish(long timeMillis, double open, double high, double low, double close, double volume) {
        for (LongerTrack track : longer) {
            track.add(timeMillis, open, high, low, close, volume);
        }
        base.publish(timeMillis, open, high, low, close, volume);
        candleCount++;
    }

    private boolean becomesReady() {
        ready = warmUp > 0 ? candleCount >= warmUp : indicatorsReady();
        return ready;
    }

    private boolean indicatorsReady() {
        for (LongerTrack track : longer) {
            if (track.window().size() == 0 || !track.indicators().ready()) {
                return false;
            }
        }
        return base.indicators().ready();
    }

    private Decision askAboutCandle() {
        try {
            return strategy.onCandle(view);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw failed("onCandle", thrown);
        }
    }

    /** Tells the strategy of every fill and refusal it has not heard of; its answers may cause more. */
    private void tellStrategy(long timeMillis) {
        int told = 0;
        while (fillsTold < broker.fills().size()
                || rejectionsTold < broker.rejections().size()) {
            if (++told > MAX_EVENTS_PER_CANDLE) {
                throw failed("onRejected", null);
            }
            clock.set(timeMillis);
            if (fillsTold < broker.fills().size()) {
                var fill = broker.fills().view(fillsTold++);
                act(ask("onFill", () -> strategy.onFill(fill, view)), "fill");
            } else {
                var rejection = broker.rejections().get(rejectionsTold++);
                act(ask("onRejected", () -> strategy.onRejected(rejection, view)), "rejection");
            }
        }
    }

    private Decision ask(String method, Supplier<Decision> call) {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw failed(method, thrown);
        }
    }

    private void act(@Nullable Decision decision, String trigger) {
        if (decision == null) {
            throw new TradeTrackerException(
                    ApiError.BAD_DECISION,
                    "strategy " + strategyName() + " returned null at " + clock.instant() + "; return Decision.hold()");
        }
        if (isPlainHold(decision)) {
            return;
        }
        if (!attended) {
            return;
        }
        decisions.add(clock.millis(), trigger, decision);
        questions.addAll(decision.questions());
        for (Intent intent : decision.intents()) {
            broker.submit(intent, clock.millis());
        }
    }

    @SuppressWarnings("ReferenceEquality") // hold() is always the same object, and this runs for every candle
    private static boolean isPlainHold(Decision decision) {
        return decision == Decision.hold();
    }

    private void requireLater(long timeMillis) {
        if (timeMillis <= lastOpenTime || inCandle) {
            throw new TradeTrackerException(
                    CoreError.OUT_OF_ORDER,
                    "candle " + Instant.ofEpochMilli(timeMillis) + " came after candle "
                            + Instant.ofEpochMilli(lastOpenTime) + (inCandle ? ", which is still open" : ""));
        }
    }

    private TradeTrackerException failed(String method, @Nullable Throwable thrown) {
        String what = thrown == null
                ? " answers each refusal with an order that is refused"
                : " threw " + describe(thrown) + " in " + method;
        return new TradeTrackerException(
                ApiError.STRATEGY_FAILED, "strategy " + strategyName() + what + " at " + clock.instant(), thrown);
    }

    private String strategyName() {
        return strategy.getClass().getSimpleName();
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getSimpleName() + message + (stack.length == 0 ? "" : " (" + stack[0] + ")");
    }

    /** {@return the account; a live view} */
    public SimulatedBroker broker() {
        return broker;
    }

    /** {@return every decision that said something; a live view} */
    public DecisionLog decisions() {
        return decisions;
    }

    /** {@return what the run is configured with} */
    public EngineSettings settings() {
        return settings;
    }

    /** {@return the open time of the last candle that came in, in milliseconds since 1970 UTC} */
    public long lastCandleMillis() {
        return lastOpenTime;
    }
}
