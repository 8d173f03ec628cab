package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.Bots;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.bot.ReplayResult;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.testkit.ManualFeed;
import io.tradetracker.testkit.Markets;
import io.tradetracker.testkit.broker.TestVenue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void tradesARealAccount() {
        TestVenue venue =
                new TestVenue(InstantSource.system(), Set.of(BrokerCapability.BRACKETS), List.of(gold.instrument()));
        venue.quote(gold.instrument().id(), "99", "100");
        Broker broker = venue.connect("guide", Duration.ofSeconds(5));
        OrderJournal orders = new InMemoryOrderJournal();
        BotJournal record = new InMemoryBotJournal();
        record.create(new BotConfiguration(
                BotId.of("gold-1"), 1, "Gold", "any", Map.of(), EngineSettings.of(gold.instrument(), Timeframe.M1)));
        StoredBot stored = record.bots().getFirst();

        // snippet: bot-gateway
        OrderGateway gateway = TradeTracker.create()
                .gateway(broker, TradingAccount.of("capital-demo", "3001"))
                .journal(orders)
                .open();
        Bot bot = TradeTracker.create()
                .bot(stored)
                .strategy(context ->
                        view -> view.position().isFlat() ? Decision.enter(BUY).stopLoss(50) : Decision.hold())
                .feed(feed, feed)
                .journal(record)
                .gateway(gateway)
                .open();
        gateway.awaitTrading(Duration.ofMinutes(5));
        bot.start();
        // end

        feed.print(gold.time(0), 100, 1);
        feed.passTo(gold.time(0).plusSeconds(60));
        bot.settle();
        gateway.await(ClientOrderId.of("gold-1-v1-order-1"), Duration.ofSeconds(20));
        assertThat(venue.positions()).hasSize(1);
        assertThat(bot.snapshot().state()).isEqualTo(BotState.RUNNING);
        bot.close();
        gateway.close();
    }

    private static Strategy pair(StrategyContext context) {
        var mean = context.indicators().sma(CLOSE, 2);
        return view -> view.position().isFlat() && view.candles().size() < 25
                ? Decision.enter(BUY).plot("mean", mean.value())
                : Decision.exit();
    }
}
