package io.tradetracker.core.engine;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.QuietStretch;
import io.tradetracker.core.simulation.SimulatedBroker;
import io.tradetracker.core.simulation.SimulatedMarket;
import io.tradetracker.core.simulation.StrategyAccount;
import io.tradetracker.indicators.IndicatorColumns;
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
 * A run of several instruments gives all candles that opened at one moment together, with {@link #onCandles}.
 *
 * <p>A failure of the strategy comes out as {@link TradeTrackerException} with code STRATEGY_FAILED or BAD_DECISION;
 * the engine must not be used after that. Used by one thread at a time.
 */
public final class Engine {
    private static final int MAX_EVENTS_PER_CANDLE = 1_000;

    private final EngineSettings settings;
    private final long timeframeMillis;
    private final boolean fillsAtClose;
    private final EngineClock clock;
    private final StrategyAccount broker;
    private final QuietStretch stretch;
    private final EngineMarket[] markets;
    private final SeveralMarkets several;
    private final EngineMarket own;
    private final Strategy strategy;
    private final EngineView view;
    private final DecisionLog decisions;
    private final List<Question> questions = new ArrayList<>();
    private final int warmUp;
    private final FillLog fills;
    private final List<Rejection> rejections;
    private final boolean hearsOfFills;
    private boolean ready;
    private long firstAskedMillis = Long.MAX_VALUE;
    private int momentCount;
    private int fillsTold;
    private int rejectionsTold;

    /**
     * Creates the strategy.
     *
     * @throws TradeTrackerException when the strategy cannot be created
     */
    public Engine(EngineSettings settings, StrategyFactory factory) {
        this(settings, List.of(SimulatedMarket.of(settings.instrument())), factory, true);
    }

    /**
     * Creates the strategy for a run of several instruments.
     *
     * @param settings what the run is configured with
     * @param simulated the instruments, that of the settings first
     * @param factory makes the strategy
     * @param keepsDecisions whether {@link #decisions()} is filled
     * @throws TradeTrackerException when the strategy cannot be created
     */
    public Engine(
            EngineSettings settings, List<SimulatedMarket> simulated, StrategyFactory factory, boolean keepsDecisions) {
        this(
                settings,
                new SimulatedBroker(settings.account(), settings.timeframe(), simulated),
                factory,
                keepsDecisions);
    }

    /**
     * Creates the strategy for a run on an account.
     *
     * @param settings what the run is configured with
     * @param account of the instruments, that of the settings first
     * @param factory makes the strategy
     * @param keepsDecisions whether {@link #decisions()} is filled
     * @throws TradeTrackerException when the strategy cannot be created
     */
    public Engine(EngineSettings settings, StrategyAccount account, StrategyFactory factory, boolean keepsDecisions) {
        this.settings = settings;
        timeframeMillis = settings.timeframe().millis();
        fillsAtClose = settings.account().rules().fillAt() == FillAt.CLOSE;
        broker = account;
        stretch = broker.quietStretch();
        clock = new EngineClock(stretch);
        EngineContext context = new EngineContext(settings, broker.fills().instruments(), clock);
        strategy = AuthorCode.create(factory, context);
        context.seal();
        markets = context.markets().toArray(EngineMarket[]::new);
        several = new SeveralMarkets(markets, broker);
        own = markets[0];
        List<Indicator> indicators = context.declaredIndicators();
        broker.indicators(indicators);
        warmUp = context.warmUpCandles();
        view = new EngineView(clock, context, broker);
        decisions = new DecisionLog(indicators, keepsDecisions);
        fills = broker.fills();
        rejections = broker.rejections();
        hearsOfFills = AuthorCode.overridesOnFill(strategy);
    }

    /**
     * Takes the indicators of the strategy's own candles from columns, before the first candle. The candles given to
     * {@link #onCandle} must be those of the columns' series, from the first on.
     */
    public void useColumns(IndicatorColumns columns) {
        own.useColumns(columns);
    }

    /**
     * Goes through a series from its first candle: indicators of the catalogue are computed ahead, which is quicker.
     * The candles given to {@link #onCandle} must be those of the series.
     */
    public void useSeries(CandleSeries series) {
        own.useSeries(series);
    }

    /**
     * Takes in a candle from before the run: indicators see it, the strategy is not asked and nothing fills.
     *
     * @param timeMillis its open time, after the candle before
     */
    public void warmUp(long timeMillis, double open, double high, double low, double close, double volume) {
        own.opens(timeMillis);
        own.publish(timeMillis, open, high, low, close, volume);
        broker.onClose(0, close);
        momentCount++;
    }

    /**
     * A candle opened. Calling it again for the same candle does nothing.
     *
     * @param timeMillis its open time, after the candle before
     * @param open its first price
     */
    public void onCandleOpen(long timeMillis, double open) {
        if (own.opens(timeMillis)) {
            broker.onOpen(0, timeMillis, open);
            tellStrategy(timeMillis);
        }
    }

    /**
     * A candle closed. {@link #onCandleOpen} is called first where the caller has not.
     *
     * @param timeMillis its open time
     */
    public void onCandle(long timeMillis, double open, double high, double low, double close, double volume) {
        if (!hasNews() && broker.isQuiet(0) && own.opens(timeMillis)) {
            own.publish(timeMillis, open, high, low, close, volume);
            broker.onQuietCandle(0, timeMillis, open, close);
        } else {
            onCandleOpen(timeMillis, open);
            broker.onRange(0, high, low, close);
            tellStrategy(timeMillis);
            own.publish(timeMillis, open, high, low, close, volume);
            broker.onClose(0, close);
        }
        decide(timeMillis);
    }

    /**
     * A candle of the series of {@link #useSeries} or {@link #useColumns} closed; reads no more of it than is needed.
     *
     * @param i which one
     */
    public void onCandle(CandleSeries series, int i) {
        if (!own.isInColumns()) {
            onCandle(
                    series.timeMillis(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
            return;
        }
        long time = series.timeMillis(i);
        double close = series.close(i);
        onCandleOpen(time, series.open(i));
        if (!broker.isQuiet(0)) {
            broker.onRange(0, series.high(i), series.low(i), close);
            tellStrategy(time);
        }
        own.advance(series, i);
        broker.onClose(0, close);
        decide(time);
    }

    /**
     * Takes candles of the series of {@link #useSeries} or {@link #useColumns} as long as nothing can fill in them and
     * the strategy holds: the same as {@link #onCandle} for each, but quicker. Takes none in a run of several
     * instruments.
     *
     * @param from the first candle that has not been given
     * @param to where to end at the latest
     * @param equity takes the equity at the close of each candle, at its index
     * @return the first candle that was not taken, {@code from} when there was none
     */
    public int onQuietCandles(CandleSeries series, int from, int to, double[] equity) {
        boolean hurries = ready && markets.length == 1 && own.isInColumns();
        if (from >= to || !hurries || hasNews() || !broker.isQuiet(0)) {
            return from;
        }
        int next = from;
        Decision decision = Decision.hold();
        stretch.begin(series);
        while (next < to && isPlainHold(decision)) {
            own.advanceQuietly(series, next);
            stretch.pass(next++);
            decision = askAboutCandle();
        }
        int last = next - 1;
        endStretch(series, last);
        broker.quietEquity(series, from, last, equity);
        broker.onMoment(clock.millis());
        actAtClose(decision, clock.millis());
        equity[last] = broker.equity();
        return next;
    }

    private void endStretch(CandleSeries series, int last) {
        long time = series.timeMillis(last);
        own.published(time);
        view.askedAbout(time);
        broker.onQuietCandle(0, time, series.open(last), series.close(last));
        clock.set(time + timeframeMillis);
        stretch.end();
    }

    /**
     * A candle passed while nobody ran the strategy: stops and limits fill as they would at a broker and indicators see
     * it. The strategy is not asked; it hears of fills when it runs again.
     *
     * @param timeMillis its open time
     */
    public void onUnattendedCandle(long timeMillis, double open, double high, double low, double close, double volume) {
        if (own.opens(timeMillis)) {
            broker.onOpen(0, timeMillis, open);
        }
        broker.onRange(0, high, low, close);
        own.publish(timeMillis, open, high, low, close, volume);
        broker.onClose(0, close);
        broker.onUnattendedMoment();
        momentCount++;
    }

    /**
     * The candles of several instruments that opened at one moment.
     *
     * @param timeMillis their open time
     * @param series the candles of each instrument, in the order of the run
     * @param at which candle of each; −1 for an instrument that has none at this moment
     */
    public void onCandles(long timeMillis, CandleSeries[] series, int[] at) {
        several.open(timeMillis, series, at);
        tellStrategy(timeMillis);
        several.range(series, at);
        tellStrategy(timeMillis);
        several.publish(series, at);
        decide(timeMillis);
    }

    /**
     * Takes in candles of several instruments from before the run, as {@link #warmUp}.
     *
     * @param timeMillis their open time
     * @param series the candles of each instrument, in the order of the run
     * @param at which candle of each; −1 for an instrument that has none at this moment
     */
    public void warmUpCandles(long timeMillis, CandleSeries[] series, int[] at) {
        several.openUnseen(timeMillis, at);
        several.publish(series, at);
        momentCount++;
    }

    /**
     * Candles of several instruments passed while nobody ran the strategy, as {@link #onUnattendedCandle}.
     *
     * @param timeMillis their open time
     * @param series the candles of each instrument, in the order of the run
     * @param at which candle of each; −1 for an instrument that has none at this moment
     */
    public void onUnattendedCandles(long timeMillis, CandleSeries[] series, int[] at) {
        several.open(timeMillis, series, at);
        several.range(series, at);
        several.publish(series, at);
        broker.onUnattendedMoment();
        momentCount++;
    }

    /** All candles that opened at this moment are over: the strategy is asked. */
    private void decide(long openMillis) {
        momentCount++;
        long closeTime = openMillis + timeframeMillis;
        broker.onMoment(closeTime);
        Decision decision = Decision.hold();
        if (ready || becomesReady()) {
            clock.set(closeTime);
            view.askedAbout(openMillis);
            firstAskedMillis = Math.min(firstAskedMillis, openMillis);
            decision = askAboutCandle();
        }
        actAtClose(decision, closeTime);
    }

    private void actAtClose(@Nullable Decision decision, long closeTime) {
        if (!isPlainHold(decision)) {
            act(decision, "candle", false);
            tellStrategy(closeTime);
        }
        if (fillsAtClose) {
            broker.fillAtClose(closeTime);
            tellStrategy(closeTime);
        }
    }

    /** Orders that would open or enlarge a position are taken back; the position, its protection and exits stay. */
    public void onHalt() {
        broker.halt(clock.millis());
    }

    /** Somebody pulled the kill switch; the strategy hears of what was taken back when it runs again. */
    public void onKill(KillSwitch killSwitch) {
        broker.kill(killSwitch);
    }

    /** Somebody lets entries go on. */
    public void onResume(Instant time, String reason) {
        broker.resume(time, reason);
    }

    /** The run is over: every position is closed at the last close. The strategy does not hear of it. */
    public void closeAll() {
        broker.closeAll(FillReason.END_OF_RUN, clock.millis());
    }

    /** The account was told of something: the strategy hears of fills and refusals. */
    public void onAccountNews(Instant time) {
        tellStrategy(time.toEpochMilli());
    }

    /** A slow service answered. */
    public void onAnswer(Answer answer) {
        clock.set(answer.time().toEpochMilli());
        act(ask("onAnswer", () -> strategy.onAnswer(answer, view)), "answer", own.isInCandle());
        tellStrategy(clock.millis());
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

    private boolean becomesReady() {
        ready = warmUp > 0 ? momentCount >= warmUp : several.areReady();
        return ready;
    }

    private Decision askAboutCandle() {
        try {
            return strategy.onCandle(view);
        } catch (Throwable thrown) {
            throw AuthorCode.failed(strategy, "onCandle", clock.instant(), thrown);
        }
    }

    /** Tells the strategy of every fill and refusal it has not heard of; its answers may cause more. */
    private void tellStrategy(long timeMillis) {
        if (hasNews()) {
            clock.set(timeMillis);
            tellAll();
        }
    }

    private boolean hasNews() {
        return fillsTold < fills.size() || rejectionsTold < rejections.size();
    }

    private void tellAll() {
        for (int told = 0; hasNews(); told++) {
            if (told == MAX_EVENTS_PER_CANDLE) {
                throw AuthorCode.answersWithoutEnd(strategy, clock.instant());
            }
            if (fillsTold < fills.size()) {
                tellFill(fillsTold++);
            } else {
                Rejection rejection = rejections.get(rejectionsTold++);
                act(ask("onRejected", () -> strategy.onRejected(rejection, view)), "rejection", false);
            }
        }
    }

    private void tellFill(int number) {
        if (hearsOfFills) {
            FillView fill = fills.view(number);
            act(ask("onFill", () -> strategy.onFill(fill, view)), "fill", false);
        }
    }

    private Decision ask(String method, Supplier<Decision> call) {
        try {
            return call.get();
        } catch (Throwable thrown) {
            throw AuthorCode.failed(strategy, method, clock.instant(), thrown);
        }
    }

    private void act(@Nullable Decision decision, String trigger, boolean nextCandleOnly) {
        if (decision == null) {
            throw AuthorCode.returnedNull(strategy, clock.instant());
        }
        if (isPlainHold(decision)) {
            return;
        }
        decisions.add(clock.millis(), trigger, decision);
        if (!decision.questions().isEmpty()) {
            questions.addAll(decision.questions());
        }
        broker.submit(decision.intents(), clock.millis(), nextCandleOnly);
    }

    @SuppressWarnings("ReferenceEquality") // hold() is always the same object, and this runs for every candle
    private static boolean isPlainHold(@Nullable Decision decision) {
        return decision == Decision.hold();
    }

    /** {@return the account; a live view} */
    public StrategyAccount account() {
        return broker;
    }

    /**
     * {@return the simulated account; a live view}
     *
     * @throws IllegalStateException when the run trades on a real one
     */
    public SimulatedBroker broker() {
        if (broker instanceof SimulatedBroker simulated) {
            return simulated;
        }
        throw new IllegalStateException("this run has no simulated account: use account()");
    }

    /** {@return every decision that said something; a live view, empty when they are not kept} */
    public DecisionLog decisions() {
        return decisions;
    }

    /** {@return how many decisions said something} */
    public int decisionCount() {
        return decisions.count();
    }

    /** {@return whether the strategy has been asked about a candle} */
    public boolean wasReady() {
        return ready;
    }

    /** {@return the open time of the first candle that the strategy was asked about; the largest number before} */
    public long firstAskedMillis() {
        return firstAskedMillis;
    }

    /** {@return what the run is configured with} */
    public EngineSettings settings() {
        return settings;
    }
}
