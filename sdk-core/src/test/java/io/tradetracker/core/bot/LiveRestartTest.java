package io.tradetracker.core.bot;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.testkit.broker.BrokerFault;
import io.tradetracker.testkit.broker.Faults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bot of a real account that ends anywhere goes on from its record, and asks for nothing twice. */
final class LiveRestartTest {
    private static final StrategyFactory TRADES = Script.of(Map.of(
            1, Decision.enter(BUY).quantity(2).stopLoss(90).tag("in"),
            2, Decision.amend().stopLoss(92),
            3, Decision.exit().quantity(1),
            4, Decision.enter(SELL).atLimit(120).tag("waits"),
            5, Decision.cancel("waits"),
            6, Decision.exit()));

    private final LiveRig rig = new LiveRig(100, 101, 102, 103, 104, 105, 106, 107, 108, 109);

    @AfterEach
    void close() {
        rig.close();
    }

    /** A candle that a bot joins is decided once the next one opens, so each life plays two. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void goesOnAfterARestartBetweenAnyTwoCandles(int firstLife) {
        rig.open(TRADES).start();
        rig.play(firstLife);
        for (int life = 0; life < 4; life++) {
            BotSnapshot before = rig.bot().snapshot();
            rig.open(TRADES);
            rig.agree();
            assertThat(rig.bot().snapshot().state()).isEqualTo(BotState.RUNNING);
            assertThat(rig.bot().snapshot().quantity()).isEqualTo(before.quantity());
            assertThat(rig.bot().snapshot()).extracting(BotSnapshot::stopLoss).isEqualTo(before.stopLoss());
            rig.play(2);
        }

        assertThat(rig.fills())
                .extracting(fill -> fill.side() + " " + fill.quantity().toPlainString())
                .containsExactly("BUY 2", "SELL 1", "SELL 1");
        assertThat(asked()).containsExactly("Submit", "Protect", "Close", "Close");
        assertThat(rig.rejections()).extracting(each -> each.code()).containsExactly("OPPOSITE_POSITION");
    }

    @Test
    void asksForWhatIsOnItsRecordWhenItEndedBeforeItCouldAsk() {
        rig.open(TRADES).start();
        AtomicBoolean torn = new AtomicBoolean();
        rig.journal.tears = entry -> !entry.decisions().isEmpty() && torn.compareAndSet(false, true);

        rig.playOne();
        LiveRig.await("it recovers", () -> rig.bot().snapshot().state() == BotState.RUNNING && torn.get());
        rig.agree();
        LiveRig.await("it holds", () -> rig.bot().snapshot().quantity() == 2);

        assertThat(asked()).containsExactly("Submit");
    }

    @Test
    void asksOnceWhenItEndedAfterItHadAsked() {
        rig.open(TRADES).start();
        AtomicBoolean refused = new AtomicBoolean();
        rig.journal.refuses = entry -> entry.input().kind().equals("told") && refused.compareAndSet(false, true);

        rig.play(3);

        assertThat(refused).isTrue();
        assertThat(asked()).containsExactly("Submit", "Protect", "Close");
        assertThat(rig.bot().snapshot().stopLoss()).isEqualTo(92);
    }

    @Test
    void waitsWhileTheAccountIsNotTraded() {
        rig.broker.become(Faults.NONE.with(BrokerFault.READ_FAILS, 100));
        rig.openGateway(rig.broker, rig.orders);
        Bot bot = rig.openBot(TRADES);
        bot.start();
        LiveRig.await("it waits", () -> bot.snapshot().state() == BotState.RECOVERING);

        rig.broker.become(Faults.NONE);

        LiveRig.await("it works", () -> bot.snapshot().state() == BotState.RUNNING);
        rig.play(2);
        assertThat(rig.held()).isEqualByComparingTo("2");
    }

    @Test
    void doesNotEnterAtAPriceOfLongAgo() {
        rig.open(TRADES).start();
        rig.journal.tears = entry -> !entry.decisions().isEmpty();
        rig.playOne();
        rig.closeBot();
        rig.journal.tears = entry -> false;
        rig.skip(3);

        rig.open(TRADES);
        rig.agree();

        LiveRig.await("it hears", () -> !rig.rejections().isEmpty());
        assertThat(rig.rejections()).extracting(each -> each.code()).containsExactly("TOO_LATE");
        assertThat(asked()).isEmpty();
        rig.open(TRADES);
        assertThat(rig.rejections()).hasSize(1);
        assertThat(rig.bot().snapshot().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void hearsAfterARestartOfWhatHappenedMeanwhile() {
        rig.open(TRADES).start();
        rig.play(2);
        rig.close();

        rig.quote(80);
        rig.open(TRADES);
        rig.agree();

        assertThat(rig.bot().snapshot().quantity()).isZero();
        assertThat(rig.fills()).hasSize(2);
    }

    @Test
    void refusesARecordOfAnotherAccount() {
        rig.open(TRADES).start();
        rig.play(3);
        rig.closeBot();
        rig.openGateway(rig.broker, new InMemoryOrderJournal()).awaitTrading(LiveRig.LONG);

        assertThat(rig.openBot(TRADES).snapshot())
                .extracting(BotSnapshot::state, BotSnapshot::reason)
                .satisfies(both -> assertThat(both.toString())
                        .contains("FAULTED", "give the gateway the journal that it had before"));
    }

    @Test
    void refusesToGoOnWithoutItsGateway() {
        rig.open(TRADES).start();
        rig.play(2);
        rig.closeBot();

        try (Bot bot = TradeTracker.create()
                .bot(rig.stored())
                .strategy(TRADES)
                .feed(rig.feed, rig.feed)
                .journal(rig.journal)
                .open()) {
            assertThat(bot.snapshot().state()).isEqualTo(BotState.FAULTED);
            assertThat(bot.snapshot().reason()).contains("open it with the account's gateway");
        }
    }

    @Test
    void refusesToContinueARunOfTheSimulatedAccount() {
        try (Bot bot = TradeTracker.create()
                .bot(rig.stored())
                .strategy(TRADES)
                .feed(rig.feed, rig.feed)
                .journal(rig.journal)
                .open()) {
            bot.start();
            rig.feed.print(LiveRig.at(0), 100, 1);
            rig.feed.passTo(LiveRig.at(1));
            bot.settle();
        }

        assertThat(rig.open(TRADES).snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(rig.bot().snapshot().reason()).contains("traded the simulated account until now");
    }

    @Test
    void refusesOrderRulesOfItsOwn() {
        rig.settings(settings -> settings.withOrderRules(OrderRules.NONE.withMaxDrawdown(10, HaltMode.BLOCK)));

        assertThat(rig.open(TRADES).snapshot().reason()).contains("order rules the gateway keeps");
    }

    @Test
    void refusesAnAccountInAnotherCurrency() {
        rig.settings(settings ->
                settings.withAccount(settings.account().withCurrency(new CurrencyCode("EUR"), CurrencyRates.ONE)));
        rig.open(TRADES).start();

        assertThat(rig.bot().snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(rig.bot().snapshot().reason()).contains("the account is in USD and the bot's settings in EUR");
    }

    @Test
    void isNotReplayedThroughTheBacktest() {
        rig.open(TRADES).start();
        rig.play(2);

        assertThatThrownBy(() -> TradeTracker.create()
                        .replay(rig.stored().configuration())
                        .journal(rig.journal)
                        .strategy(TRADES)
                        .run())
                .isInstanceOf(TradeTrackerException.class)
                .hasMessageContaining("trades a real account");
    }

    private List<String> asked() {
        return rig.venue.arrived().stream()
                .map(each -> each.action().getClass().getSimpleName())
                .toList();
    }
}
