package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import io.tradetracker.core.simulation.SimulatedMarket;
import io.tradetracker.core.simulation.StrategyAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bot's engine with the count of what is on record already. Used by one thread. */
final class BotRun {
    private final BotConfiguration configuration;
    private final List<Instrument> instruments;
    private final Engine engine;
    private final @Nullable LiveRun live;
    private long sequence;
    private @Nullable Instant marketTime;
    private @Nullable Instant lastCandle;
    private @Nullable Instant lastOpened;
    private boolean hasRun;
    private int decisionsTaken;
    private int fillsTaken;
    private int rejectionsTaken;
    private int checksTaken;
    private final List<Question> newQuestions = new ArrayList<>();
    private final List<Question> openQuestions = new ArrayList<>();

    /** Begins a version's run on the simulated account, whose first entry follows that many. */
    static BotRun simulated(BotConfiguration configuration, StrategyFactory strategy, long beginsAfter) {
        EngineSettings settings = configuration.settings();
        List<SimulatedMarket> markets =
                configuration.instruments().stream().map(SimulatedMarket::of).toList();
        SimulatedBroker broker = new SimulatedBroker(settings.account(), settings.timeframe(), markets);
        return new BotRun(configuration, new Engine(settings, broker, strategy, true), null, beginsAfter);
    }

    /** Begins a version's run on a real account. */
    static BotRun live(BotConfiguration configuration, StrategyFactory strategy, long beginsAfter) {
        LiveRun live = new LiveRun(configuration);
        Engine engine = new Engine(configuration.settings(), live.account(), strategy, true);
        return new BotRun(configuration, engine, live, beginsAfter);
    }

    private BotRun(BotConfiguration configuration, Engine engine, @Nullable LiveRun live, long beginsAfter) {
        this.configuration = configuration;
        this.engine = engine;
        this.live = live;
        sequence = beginsAfter;
        instruments = configuration.instruments();
    }

    /** {@return its part of a real account; null when it trades the simulated one} */
    @Nullable
    LiveRun live() {
        return live;
    }

    /** {@return whether the input is new; one that a feed repeats after a restart is not} */
    boolean isNew(BotInput input) {
        Instant last = lastCandle;
        boolean later = last == null || input.time().isAfter(last);
        return switch (input) {
            case BotInput.Answered answered -> true;
            case BotInput.Halted halted -> true;
            case BotInput.Killed killed -> true;
            case BotInput.Resumed resumed -> true;
            case BotInput.Connected connected -> true;
            case BotInput.Told told -> true;
            case BotInput.CandleOpened opened -> later && !opened.time().equals(lastOpened);
            case BotInput.CandleClosed closed -> later;
            case BotInput.CandleMissed missed -> later;
            case BotInput.WarmUp warmUp -> later;
            case BotInput.Moment moment -> later;
        };
    }

    /** Handles an input and returns what it caused. */
    JournalEntry handle(BotInput input) {
        if (live != null && isOfTheRun(input)) {
            live.requireConnected();
        }
        switch (input) {
            case BotInput.WarmUp(Candle c) ->
                engine.warmUp(c.time().toEpochMilli(), c.open(), c.high(), c.low(), c.close(), c.volume());
            case BotInput.CandleOpened(Instant time, double open) -> engine.onCandleOpen(time.toEpochMilli(), open);
            case BotInput.CandleClosed(Candle c) ->
                engine.onCandle(c.time().toEpochMilli(), c.open(), c.high(), c.low(), c.close(), c.volume());
            case BotInput.CandleMissed(Candle c) ->
                engine.onUnattendedCandle(c.time().toEpochMilli(), c.open(), c.high(), c.low(), c.close(), c.volume());
            case BotInput.Answered(Answer answer) -> {
                openQuestions.remove(openQuestion(answer));
                engine.onAnswer(answer);
            }
            case BotInput.Halted halted -> engine.onHalt();
            case BotInput.Killed(KillSwitch killSwitch) -> engine.onKill(killSwitch);
            case BotInput.Resumed(Instant time, String reason) -> engine.onResume(time, reason);
            case BotInput.Moment moment -> take(moment);
            case BotInput.Connected connected -> requireLive().connect(connected);
            case BotInput.Told told -> {
                requireLive().take(told);
                if (told.attended()) {
                    engine.onAccountNews(told.time());
                }
            }
        }
        remember(input);
        List<Question> asked = engine.takeQuestions();
        newQuestions.addAll(asked);
        openQuestions.addAll(asked);
        sequence++;
        if (live != null) {
            live.wanted(sequence, decidedAt(input));
        }
        return new JournalEntry(
                sequence,
                input,
                newDecisions(),
                newFills(),
                newRejections(),
                newChecks(),
                engine.account().equity());
    }

    private LiveRun requireLive() {
        if (live == null) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "bot " + configuration.id() + " traded a real account: open it with the account's gateway");
        }
        return live;
    }

    /** {@return when the strategy was asked because of an input} */
    private Instant decidedAt(BotInput input) {
        boolean atClose = input instanceof BotInput.CandleClosed || input instanceof BotInput.Moment;
        return atClose ? input.time().plus(configuration.settings().timeframe().duration()) : input.time();
    }

    private void take(BotInput.Moment moment) {
        CandleSeries[] series = new CandleSeries[instruments.size()];
        int[] at = new int[series.length];
        for (int i = 0; i < at.length; i++) {
            Candle candle = moment.candles().get(instruments.get(i).id());
            at[i] = candle == null ? -1 : 0;
            series[i] = CandleSeries.of(
                    instruments.get(i),
                    configuration.settings().timeframe(),
                    candle == null ? List.of() : List.of(candle));
        }
        long time = moment.time().toEpochMilli();
        switch (moment.part()) {
            case WARM_UP -> engine.warmUpCandles(time, series, at);
            case CLOSED -> engine.onCandles(time, series, at);
            case MISSED -> engine.onUnattendedCandles(time, series, at);
        }
    }

    private void remember(BotInput input) {
        marketTime = input.time();
        hasRun |= isOfTheRun(input);
        switch (input) {
            case BotInput.CandleOpened opened -> lastOpened = opened.time();
            case BotInput.CandleClosed closed -> lastCandle = closed.time();
            case BotInput.CandleMissed missed -> lastCandle = missed.time();
            case BotInput.WarmUp warmUp -> lastCandle = warmUp.time();
            case BotInput.Moment moment -> lastCandle = moment.time();
            case BotInput.Answered answered -> {}
            case BotInput.Halted halted -> {}
            case BotInput.Killed killed -> {}
            case BotInput.Resumed resumed -> {}
            case BotInput.Connected connected -> {}
            case BotInput.Told told -> {}
        }
    }

    private static boolean isOfTheRun(BotInput input) {
        return switch (input) {
            case BotInput.Killed killed -> false;
            case BotInput.Resumed resumed -> false;
            case BotInput.Connected connected -> false;
            case BotInput.Told told -> false;
            default -> !input.kind().equals(BotInput.Part.WARM_UP.word());
        };
    }

    private List<DecisionRecord> newDecisions() {
        List<DecisionRecord> taken = new ArrayList<>();
        while (decisionsTaken < engine.decisions().size()) {
            taken.add(engine.decisions().get(decisionsTaken++));
        }
        return taken;
    }

    private List<Fill> newFills() {
        List<Fill> taken = new ArrayList<>();
        FillLog log = engine.account().fills();
        while (fillsTaken < log.size()) {
            taken.add(configuration.named(log.fill(fillsTaken++)));
        }
        return taken;
    }

    private List<Rejection> newRejections() {
        List<Rejection> all = engine.account().rejections();
        List<Rejection> taken = List.copyOf(all.subList(rejectionsTaken, all.size()));
        rejectionsTaken = all.size();
        return taken;
    }

    private List<RefusedCheck> newChecks() {
        List<RefusedCheck> all = engine.account().refusedChecks();
        List<RefusedCheck> taken = List.copyOf(all.subList(checksTaken, all.size()));
        checksTaken = all.size();
        return taken;
    }

    private @Nullable Question openQuestion(Answer answer) {
        for (Question question : openQuestions) {
            if (question.id().equals(answer.questionId())) {
                return question;
            }
        }
        return null;
    }

    /** {@return the questions asked since the last call, in order} */
    List<Question> takeQuestions() {
        List<Question> taken = List.copyOf(newQuestions);
        newQuestions.clear();
        return taken;
    }

    /** {@return the questions that have no answer on record, in order} */
    List<Question> openQuestions() {
        return List.copyOf(openQuestions);
    }

    /** {@return the sequence of the last entry} */
    long sequence() {
        return sequence;
    }

    /** {@return whether anything but history has come in} */
    boolean hasRun() {
        return hasRun;
    }

    @Nullable
    Instant marketTime() {
        return marketTime;
    }

    /** {@return the open time of the last closed candle; null when there is none} */
    @Nullable
    Instant lastCandle() {
        return lastCandle;
    }

    /** {@return the switch that was pulled; null when there is none} */
    @Nullable
    KillSwitch killSwitch() {
        return engine.account().killSwitch();
    }

    BotSnapshot snapshot(BotState state, String reason) {
        StrategyAccount broker = engine.account();
        return new BotSnapshot(
                configuration,
                state,
                reason,
                sequence,
                marketTime,
                broker.equity(),
                broker.cash(),
                broker.position(0).quantity(),
                broker.position(0).averagePrice(),
                broker.position(0).profit(),
                broker.position(0).stopLoss(),
                broker.position(0).takeProfit(),
                broker.fills().size(),
                holdings(broker));
    }

    private List<BotSnapshot.Holding> holdings(StrategyAccount broker) {
        List<BotSnapshot.Holding> held = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            PositionView position = broker.position(i);
            if (!position.isFlat()) {
                held.add(new BotSnapshot.Holding(
                        instruments.get(i).id(), position.quantity(), position.averagePrice(), position.profit()));
            }
        }
        return held;
    }
}
