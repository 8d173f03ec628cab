package io.tradetracker.core.bot;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.bot.BotInput.Moment;
import io.tradetracker.core.bot.BotInput.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes candles that a bot did not see from its feed's history. */
final class CatchUp {
    private static final int MOST_DOUBLINGS = 8;

    private final BotSetup setup;
    private final BotConfiguration bot;
    private final Timeframe timeframe;

    CatchUp(BotSetup setup, BotConfiguration bot) {
        this.setup = setup;
        this.bot = bot;
        timeframe = bot.settings().timeframe();
    }

    /** Gives the candles that closed while nobody watched; a new bot gets those of its warm-up. */
    void beforeListening(BotRun run, Consumer<BotInput> record) {
        Instant until = timeframe.openOf(setup.marketTime().instant().plusMillis(1));
        Instant last = run.lastCandle();
        if (last == null) {
            warmUp(until).values().forEach(candles -> record.accept(input(Part.WARM_UP, candles)));
        } else {
            history(last.plusMillis(1), until).values().forEach(candles -> record.accept(unwatched(candles, run)));
        }
    }

    /**
     * Gives the candles between the last one and a moment.
     *
     * @param attendedFrom the strategy is asked about candles that closed at this moment or later
     */
    void until(Instant moment, Instant attendedFrom, BotRun run, Consumer<BotInput> record) {
        Instant last = run.lastCandle();
        Instant from = last == null ? timeframe.openOf(attendedFrom) : last.plusMillis(1);
        history(from, moment).forEach((time, candles) -> {
            boolean attended = !time.plus(timeframe.duration()).isBefore(attendedFrom);
            record.accept(attended ? input(Part.CLOSED, candles) : unwatched(candles, run));
        });
    }

    /** {@return the input with what the history knows of its moment} */
    BotInput complete(BotInput input) {
        if (!(input instanceof Moment moment)) {
            return input;
        }
        Map<InstrumentId, Candle> known =
                history(moment.time(), moment.time().plusMillis(1)).getOrDefault(moment.time(), Map.of());
        Map<InstrumentId, Candle> candles = new LinkedHashMap<>();
        for (Instrument instrument : bot.instruments()) {
            Candle candle = known.getOrDefault(instrument.id(), moment.candles().get(instrument.id()));
            if (candle != null) {
                candles.put(instrument.id(), candle);
            }
        }
        return new Moment(moment.time(), moment.part(), candles);
    }

    private BotInput unwatched(Map<InstrumentId, Candle> candles, BotRun run) {
        return input(run.hasRun() ? Part.MISSED : Part.WARM_UP, candles);
    }

    private BotInput input(Part part, Map<InstrumentId, Candle> candles) {
        Candle one = candles.values().iterator().next();
        if (!bot.others().isEmpty()) {
            return new Moment(one.time(), part, candles);
        }
        return switch (part) {
            case WARM_UP -> new BotInput.WarmUp(one);
            case CLOSED -> new BotInput.CandleClosed(one);
            case MISSED -> new BotInput.CandleMissed(one);
        };
    }

    /**
     * All from where the last instrument has enough, so that a bot that is cut off here goes on as if it had not been.
     */
    private SortedMap<Instant, Map<InstrumentId, Candle>> warmUp(Instant until) {
        Instant from = bot.instruments().stream()
                .map(instrument -> warmUpFrom(instrument, until))
                .min(Comparator.naturalOrder())
                .orElse(until);
        return history(from, until);
    }

    /** Goes back until there are enough candles, over weekends and holidays, or until there are no older ones. */
    private Instant warmUpFrom(Instrument instrument, Instant until) {
        int wanted = setup.warmUpCandles();
        Duration reach = timeframe.duration().multipliedBy(wanted);
        CandleSeries found = history(instrument, until.minus(reach), until);
        for (int i = 0; i < MOST_DOUBLINGS && found.size() < wanted; i++) {
            reach = reach.multipliedBy(2);
            found = history(instrument, until.minus(reach), until);
        }
        return wanted == 0 || found.size() == 0 ? until : found.time(Math.max(0, found.size() - wanted));
    }

    private SortedMap<Instant, Map<InstrumentId, Candle>> history(Instant from, Instant until) {
        SortedMap<Instant, Map<InstrumentId, Candle>> found = new TreeMap<>();
        if (from.isBefore(until)) {
            bot.instruments().forEach(instrument -> add(history(instrument, from, until), found));
        }
        return found;
    }

    private CandleSeries history(Instrument instrument, Instant from, Instant until) {
        return setup.feed().history(instrument.id(), timeframe, from, until);
    }

    private static void add(CandleSeries candles, SortedMap<Instant, Map<InstrumentId, Candle>> to) {
        for (int i = 0; i < candles.size(); i++) {
            to.computeIfAbsent(candles.time(i), time -> new LinkedHashMap<>())
                    .put(candles.instrument().id(), candles.candle(i));
        }
    }
}
