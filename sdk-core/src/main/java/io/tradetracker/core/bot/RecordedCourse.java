package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.backtest.Interruptions;
import io.tradetracker.core.bot.ReplayResult.Difference;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RefusedCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bot's record as candles with interruptions, and what it says came out. Used by one thread. */
final class RecordedCourse {
    private final BotConfiguration bot;
    private final Map<InstrumentId, CandleSeries.Builder> candles = new LinkedHashMap<>();
    private final Set<Instant> unattended = new HashSet<>();
    private final List<Interruptions.Event> events = new ArrayList<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<RefusedCheck> checks = new ArrayList<>();
    private final List<EquityAt> equity = new ArrayList<>();
    private int warmUp;
    private int moments;

    RecordedCourse(BotConfiguration bot) {
        this.bot = bot;
        for (Instrument each : bot.instruments()) {
            candles.put(each.id(), CandleSeries.builder(each, bot.settings().timeframe()));
        }
    }

    void add(JournalEntry entry) {
        decisions.addAll(entry.decisions());
        fills.addAll(entry.fills());
        rejections.addAll(entry.rejections());
        checks.addAll(entry.checks());
        InstrumentId own = bot.settings().instrument().id();
        switch (entry.input()) {
            case BotInput.WarmUp(Candle candle) -> addMoment(entry, BotInput.Part.WARM_UP, Map.of(own, candle));
            case BotInput.CandleClosed(Candle candle) -> addMoment(entry, BotInput.Part.CLOSED, Map.of(own, candle));
            case BotInput.CandleMissed(Candle candle) -> addMoment(entry, BotInput.Part.MISSED, Map.of(own, candle));
            case BotInput.Moment moment -> addMoment(entry, moment.part(), moment.candles());
            case BotInput.CandleOpened(Instant time, double open) ->
                addEvent(engine -> engine.onCandleOpen(time.toEpochMilli(), open));
            case BotInput.Answered(Answer answer) -> addEvent(engine -> engine.onAnswer(answer));
            case BotInput.Halted halted -> addEvent(Engine::onHalt);
            case BotInput.Killed(KillSwitch killSwitch) -> addEvent(engine -> engine.onKill(killSwitch));
            case BotInput.Resumed(Instant time, String reason) -> addEvent(engine -> engine.onResume(time, reason));
            case BotInput.Connected connected -> throw ofRealAccount();
            case BotInput.Told told -> throw ofRealAccount();
        }
    }

    private TradeTrackerException ofRealAccount() {
        return new TradeTrackerException(
                CoreError.BAD_CONFIGURATION,
                "bot " + bot.id() + " trades a real account, whose fills no backtest makes again: opening the bot"
                        + " replays its record and compares");
    }

    private void addMoment(JournalEntry entry, BotInput.Part part, Map<InstrumentId, Candle> parts) {
        parts.forEach((id, candle) -> Objects.requireNonNull(candles.get(id), () -> bot.id() + " has no " + id)
                .add(candle));
        moments++;
        if (part == BotInput.Part.WARM_UP) {
            warmUp++;
            return;
        }
        equity.add(new EquityAt(entry.input().time(), entry.equity()));
        if (part == BotInput.Part.MISSED) {
            unattended.add(entry.input().time());
        }
    }

    private void addEvent(Consumer<Engine> what) {
        events.add(new Interruptions.Event(moments, what));
    }

    /** {@return whether there is a candle of the strategy's own instrument, and one from after the warm-up} */
    boolean hasRun() {
        return moments > warmUp && candles().getFirst().size() > 0;
    }

    Interruptions interruptions() {
        return new Interruptions(warmUp, unattended, events);
    }

    /** {@return the candles of each instrument, the strategy's own first} */
    List<CandleSeries> candles() {
        return candles.values().stream().map(CandleSeries.Builder::build).toList();
    }

    ReplayResult compareTo(BacktestResult result) {
        EquityCurve curve = result.equity();
        List<EquityAt> replayedEquity = IntStream.range(0, curve.size())
                .mapToObj(i -> new EquityAt(curve.time(i), curve.equity(i)))
                .toList();
        List<Fill> replayedFills = result.fills().stream().map(bot::named).toList();
        Difference first = Stream.of(
                        difference("decision", decisions, result.decisions(), DecisionRecord::time),
                        difference("fill", fills, replayedFills, Fill::time),
                        difference("refusal", rejections, result.rejections(), Rejection::time),
                        difference("check", checks, result.refusedChecks(), RefusedCheck::time),
                        difference("equity", equity, replayedEquity, EquityAt::candle))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Difference::time))
                .orElse(null);
        return new ReplayResult(result, first);
    }

    private static <T> Optional<Difference> difference(
            String what, List<T> recorded, List<T> replayed, Function<T, Instant> time) {
        int most = Math.max(recorded.size(), replayed.size());
        for (int i = 0; i < most; i++) {
            T before = i < recorded.size() ? recorded.get(i) : null;
            T now = i < replayed.size() ? replayed.get(i) : null;
            if (!Objects.equals(before, now)) {
                Instant when = time.apply(before == null ? Objects.requireNonNull(now) : before);
                return Optional.of(new Difference(what, i + 1, when, text(before), text(now)));
            }
        }
        return Optional.empty();
    }

    private static String text(@Nullable Object any) {
        return any == null ? Difference.NOTHING : any.toString();
    }

    private record EquityAt(Instant candle, double amount) {}
}
