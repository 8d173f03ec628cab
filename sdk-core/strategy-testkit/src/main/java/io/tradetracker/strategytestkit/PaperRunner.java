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
    private final Conditions conditions;
    private final List<Integer> restarts;
    private final boolean rewinds;

    /**
     * Makes a runner.
     *
     * @param restarts candles before which the bot is closed and opened anew, rising
     * @param rewinds whether the feed gives the candle in progress again after a restart; else the bot has to fetch it
     */
    PaperRunner(StrategyFactory strategy, Conditions conditions, List<Integer> restarts, boolean rewinds) {
        this.strategy = strategy;
        this.conditions = conditions;
        this.restarts = restarts;
        this.rewinds = rewinds;
    }

    @Override
    public Outcome run(CandleSeries candles) {
        BotJournal journal = new InMemoryBotJournal();
        EngineSettings settings = conditions.settings(candles);
        journal.create(new BotConfiguration(ID, 1, "checked", "checked", Map.of(), settings));
        journal.saveState(ID, BotState.RUNNING, "");
        ScriptedFeed feed = new ScriptedFeed(candles);
        int from = 0;
        for (int to : stops(candles)) {
            Bot bot = open(feed, journal);
            if (rewinds) {
                feed.play(from, to);
            } else {
                feed.playInto(from, to);
            }
            if (to == candles.size()) {
                feed.finish();
            }
            bot.close();
            from = rewinds ? to - 1 : to;
            if (rewinds) {
                feed.moveTo(from);
            }
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
