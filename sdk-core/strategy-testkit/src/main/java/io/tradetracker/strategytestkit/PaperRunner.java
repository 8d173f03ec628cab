package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a strategy as a bot on prints made from candles, with restarts at given candles. */
final class PaperRunner implements Runner {
    private static final BotId ID = BotId.of("checked");

    private final StrategyFactory strategy;
    private final List<Integer> restarts;

    /**
     * Makes a runner.
     *
     * @param restarts candles before which the bot is closed and opened anew, rising
     */
    PaperRunner(StrategyFactory strategy, List<Integer> restarts) {
        this.strategy = strategy;
        this.restarts = restarts;
    }

    @Override
    public Outcome run(CandleSeries candles) {
        BotJournal journal = new InMemoryBotJournal();
        EngineSettings settings = EngineSettings.of(candles.instrument(), candles.timeframe());
        journal.create(new BotConfiguration(ID, 1, "checked", "checked", Map.of(), settings));
        journal.saveState(ID, BotState.RUNNING, "");
        ScriptedFeed feed = new ScriptedFeed(candles);
        int from = 0;
        for (int to : stops(candles)) {
            Bot bot = open(feed, journal);
            feed.play(from, to);
            if (to == candles.size()) {
                feed.finish();
            }
            bot.close();
            // the last candle had not closed: the feed gives it again from its start
            from = to - 1;
            feed.moveTo(from);
            requireRunning(journal);
        }
        return outcome(journal);
    }

    private List<Integer> stops(CandleSeries candles) {
        List<Integer> stops = new ArrayList<>(restarts);
        stops.add(candles.size());
        return stops;
    }

    private Bot open(ScriptedFeed feed, BotJournal journal) {
        return TradeTracker.create()
                .bot(journal.bots().getFirst())
                .strategy(strategy)
                .feed(feed.feed(), feed.feed())
                .journal(journal)
                .open();
    }

    private static void requireRunning(BotJournal journal) {
        var bot = journal.bots().get(0);
        if (bot.state() != BotState.RUNNING) {
            throw new AssertionError("the bot is " + bot.state() + ": " + bot.reason());
        }
    }

    private static Outcome outcome(BotJournal journal) {
        List<DecisionRecord> decisions = new ArrayList<>();
        List<Fill> fills = new ArrayList<>();
        journal.read(ID, 1, entry -> {
            decisions.addAll(entry.decisions());
            fills.addAll(entry.fills());
        });
        return Outcome.of(decisions, fills);
    }
}
