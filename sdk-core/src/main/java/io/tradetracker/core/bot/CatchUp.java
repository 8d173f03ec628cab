package io.tradetracker.core.bot;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.engine.EngineSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Takes candles that a bot did not see from its feed's history. */
final class CatchUp {
    private static final int MOST_DOUBLINGS = 8;

    private final BotSetup setup;
    private final EngineSettings settings;

    CatchUp(BotSetup setup, EngineSettings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    /** Gives the candles that closed while nobody watched; a new bot gets those of its warm-up. */
    void beforeListening(BotRun run, Consumer<BotInput> record) {
        Instant until = settings.timeframe().openOf(setup.marketTime().instant().plusMillis(1));
        Instant last = run.lastCandle();
        if (last == null) {
            CandleSeries candles = warmUp(until);
            for (int i = Math.max(0, candles.size() - setup.warmUpCandles()); i < candles.size(); i++) {
                record.accept(new BotInput.WarmUp(candles.candle(i)));
            }
        } else if (last.isBefore(until)) {
            CandleSeries missed = history(last.plusMillis(1), until);
            for (int i = 0; i < missed.size(); i++) {
                record.accept(unwatched(missed.candle(i), run));
            }
        }
    }

    /**
     * Gives the candles between the last one and a moment.
     *
     * @param attendedFrom the strategy is asked about candles that closed after this moment
     */
    void until(Instant moment, Instant attendedFrom, BotRun run, Consumer<BotInput> record) {
        Instant last = run.lastCandle();
        Instant from = last == null ? settings.timeframe().openOf(attendedFrom) : last.plusMillis(1);
        if (!from.isBefore(moment)) {
            return;
        }
        Duration length = settings.timeframe().duration();
        CandleSeries missed = history(from, moment);
        for (int i = 0; i < missed.size(); i++) {
            Candle candle = missed.candle(i);
            boolean attended = candle.time().plus(length).isAfter(attendedFrom);
            record.accept(attended ? new BotInput.CandleClosed(candle) : unwatched(candle, run));
        }
    }

    private static BotInput unwatched(Candle candle, BotRun run) {
        return run.hasRun() ? new BotInput.CandleMissed(candle) : new BotInput.WarmUp(candle);
    }

    /** Goes back until there are enough candles, over weekends and holidays, or until there are no older ones. */
    private CandleSeries warmUp(Instant until) {
        Duration reach = settings.timeframe().duration().multipliedBy(setup.warmUpCandles());
        CandleSeries found = history(until.minus(reach), until);
        for (int i = 0; i < MOST_DOUBLINGS && found.size() < setup.warmUpCandles(); i++) {
            reach = reach.multipliedBy(2);
            found = history(until.minus(reach), until);
        }
        return found;
    }

    private CandleSeries history(Instant from, Instant until) {
        return setup.feed().history(settings.instrument().id(), settings.timeframe(), from, until);
    }
}
