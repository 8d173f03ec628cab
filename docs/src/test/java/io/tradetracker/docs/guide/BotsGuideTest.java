package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.Bots;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.bot.ReplayResult;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.testkit.ManualFeed;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What "Bots" shows. */
final class BotsGuideTest {
    private final CandleSeries gold = Markets.seeded(1).randomWalk(30);
    private final CandleSeries silver = Markets.seeded(2).randomWalk(30);
    private final ManualFeed feed =
            new ManualFeed(List.of(gold, silver), gold.time(0).minusMillis(1));

    @Test
    void runsBotsAndReplaysThem() {
        BotJournal journal = new InMemoryBotJournal();
        Leases leases = new InMemoryLeases();

        // snippet: bot-create
        BotConfiguration pair = new BotConfiguration(
                        BotId.of("pair-1"),
                        1,
                        "Gold and silver",
                        "pair",
                        Map.of(),
                        EngineSettings.of(gold.instrument(), Timeframe.M1))
                .withOthers(silver.instrument());
        journal.create(pair);
        // end

        // snippet: bots
        Bots bots = TradeTracker.create()
                .bots()
                .journal(journal)
                .leases(leases, "host-1")
                .opener(this::open)
                .build();
        bots.tend(); // opens what is free, now
        bots.start(); // from now on in threads of its own
        bots.find(pair.id()).orElseThrow().start();
        // end

        for (int i = 0; i < gold.size(); i++) {
            feed.print(gold.time(i), gold.close(i), 1);
            feed.passTo(gold.time(i).plusSeconds(60));
        }
        Bot bot = bots.find(pair.id()).orElseThrow();
        bot.settle();

        // snippet: bot-replay
        ReplayResult replay = TradeTracker.create()
                .replay(pair)
                .journal(journal)
                .strategy(BotsGuideTest::pair)
                .run();
        System.out.println(replay.statement());
        // end
        assertThat(replay.isEqual()).as(replay.statement()).isTrue();
        assertThat(replay.result().fills()).isNotEmpty();

        bot.stop();
        assertThat(bot.snapshot().holdings()).isEmpty();
        // snippet: bot-change
        bots.change(pair.changed(next -> next.withSettings(next.settings().withCash(20_000))), "Ada");
        // end
        assertThat(journal.versions(pair.id())).hasSize(2);
        bots.close();
    }

    // snippet: bot-opener
    private Bot open(StoredBot stored, BotJournal record) {
        return TradeTracker.create()
                .bot(stored)
                .strategy(BotsGuideTest::pair)
                .feed(feed, feed)
                .warmUp(20)
                .journal(record)
                .open();
    }
    // end

    private static Strategy pair(StrategyContext context) {
        var mean = context.indicators().sma(CLOSE, 2);
        return view -> view.position().isFlat() && view.candles().size() < 25
                ? Decision.enter(BUY).plot("mean", mean.value())
                : Decision.exit();
    }
}
