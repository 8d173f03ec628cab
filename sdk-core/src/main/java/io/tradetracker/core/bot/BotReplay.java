package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.backtest.Backtest;
import io.tradetracker.core.backtest.BacktestBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the backtest over what a bot has on record: its candles, with answers, halts and pauses where they came. What
 * comes out is a backtest's result, and whether it equals the record. A bot whose configuration was changed is replayed
 * version by version. Strategy and journal are needed. Reads only; the bot may run meanwhile. Not safe for several
 * threads.
 */
public final class BotReplay {
    private final BotConfiguration bot;
    private final RunMetrics metrics;
    private @Nullable StrategyFactory strategy;
    private @Nullable BotJournal journal;

    /** Begins with what the bot is made from; see {@link io.tradetracker.core.TradeTracker#replay}. */
    public BotReplay(BotConfiguration bot, RunMetrics metrics) {
        this.bot = bot;
        this.metrics = metrics;
    }

    /** Sets what makes its strategy. */
    public BotReplay strategy(StrategyFactory factory) {
        strategy = factory;
        return this;
    }

    /** Sets where its record is. */
    public BotReplay journal(BotJournal record) {
        journal = record;
        return this;
    }

    /**
     * Runs it in the calling thread.
     *
     * @return what came out, and how it compares
     * @throws NullPointerException when strategy or journal are missing
     * @throws TradeTrackerException BAD_CONFIGURATION when there is no candle on record; when the strategy fails
     */
    public ReplayResult run() {
        StrategyFactory factory = Objects.requireNonNull(strategy, "the strategy is missing: call strategy(factory)");
        BotJournal record = Objects.requireNonNull(journal, "the journal is missing: call journal(record)");
        RecordedCourse course = new RecordedCourse(bot);
        read(record, course);
        if (!course.hasRun()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "bot " + bot.id() + " has no candle on record yet: let it run for one, then replay it");
        }
        BacktestBuilder backtest = Backtest.builder(metrics)
                .strategy(factory)
                .account(bot.settings().account())
                .seed(bot.settings().seed())
                .interruptions(course.interruptions());
        course.candles().forEach(backtest::candles);
        return course.compareTo(backtest.run());
    }

    /** Only what came in while this version of the configuration was in force. */
    private void read(BotJournal record, RecordedCourse course) {
        List<ConfigurationVersion> versions = record.versions(bot.id());
        int at = 0;
        while (at < versions.size() && !versions.get(at).configuration().equals(bot)) {
            at++;
        }
        if (at == versions.size()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "this version " + bot.version() + " of the configuration of bot " + bot.id()
                            + " is not on record: take one from the journal's versions(id)");
        }
        long end = at + 1 == versions.size()
                ? Long.MAX_VALUE
                : versions.get(at + 1).beginsAfter();
        record.read(bot.id(), versions.get(at).beginsAfter() + 1, entry -> {
            if (entry.sequence() <= end) {
                course.add(entry);
            }
        });
    }
}
