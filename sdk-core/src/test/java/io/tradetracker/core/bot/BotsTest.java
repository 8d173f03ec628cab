package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.testkit.ManualFeed;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes that run bots, here several in one, with a clock moved by hand. */
final class BotsTest {
    private static final BotId ONE = BotId.of("one");
    private static final BotId TWO = BotId.of("two");
    private static final LeaseTerms TERMS = new LeaseTerms(Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final AtomicLong nanos = new AtomicLong();
    private final CandleSeries candles = Markets.seeded(4).randomWalk(60);
    private final ManualFeed feed = new ManualFeed(candles, candles.time(0).minusMillis(1));
    private final InMemoryBotJournal journal = new InMemoryBotJournal();
    private final BreakableLeases leases = new BreakableLeases(new InMemoryLeases(TERMS, nanos::get));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Bots> processes = new ArrayList<>();

    @AfterEach
    void close() {
        processes.reversed().forEach(Bots::close);
    }

    @Test
    void opensWhatIsOnRecordAndGoesOnAsItsStateSays() {
        create(ONE, BotState.RUNNING);
        create(TWO, BotState.STOPPED);
        Bots bots = process("a");

        assertThat(bots.snapshots()).isEmpty();
        bots.tend();

        assertThat(bots.snapshots())
                .extracting(each -> each.configuration().id() + " " + each.state())
                .containsExactly("one RUNNING", "two STOPPED");
        assertThat(heard).containsExactly("a took one 1", "a took two 1");
        bots.find(TWO).orElseThrow().start();
        assertThat(bots.snapshots().getLast().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void leavesABotToItsHolder() {
        create(ONE, BotState.RUNNING);
        Bots first = process("a");
        Bots second = process("b");

        first.tend();
        second.tend();
        pass(9);
        first.tend();
        pass(9);
        second.tend();
        first.tend();

        assertThat(first.find(ONE)).isPresent();
        assertThat(second.find(ONE)).isEmpty();
        assertThat(heard).containsExactly("a took one 1");
    }

    @Test
    void takesOverAnOrphanAfterItsLeaseAndTheLongestRequest() {
        create(ONE, BotState.RUNNING);
        process("a").tend();
        Bots second = process("b");

        pass(14);
        second.tend();
        assertThat(second.find(ONE)).isEmpty();
        pass(1);
        second.tend();

        assertThat(second.find(ONE)).isPresent();
        assertThat(heard).containsExactly("a took one 1", "b took one 2");
    }

    @Test
    void anOldHolderThatWakesUpWritesNothingAndGivesTheBotUp() {
        create(ONE, BotState.RUNNING);
        Bots first = process("a");
        first.tend();
        Bot old = first.find(ONE).orElseThrow();
        play(0, 2);
        old.settle();
        pass(15);
        Bots second = process("b");
        second.tend();
        Bot current = second.find(ONE).orElseThrow();

        play(2, 4);
        old.settle();
        current.settle();

        assertThat(old.snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(old.snapshot().reason()).contains("another process");
        assertThat(current.snapshot().state()).isEqualTo(BotState.RUNNING);
        assertThat(current.snapshot().sequence()).isEqualTo(7);
        assertThat(journal.bots().getFirst().state()).isEqualTo(BotState.RUNNING);
        first.tend();
        BotRig.await("giving up", () -> heard.contains("a gave one up: Its lease was lost."));
        assertThat(first.find(ONE)).isEmpty();
        assertThatIllegalStateException().isThrownBy(old::start);
    }

    @Test
    void keepsABotWhileItsLeaseLastsWhenTheLeasesCannotBeReached() {
        create(ONE, BotState.RUNNING);
        Bots bots = process("a");
        bots.tend();

        leases.broken = true;
        pass(9);
        bots.tend();
        assertThat(bots.find(ONE)).isPresent();
        pass(1);
        bots.tend();

        assertThat(bots.find(ONE)).isEmpty();
        BotRig.await(
                "giving up", () -> heard.stream().anyMatch(line -> line.startsWith("a gave one up: Its lease ran")));
        leases.broken = false;
        pass(5);
        bots.tend();
        assertThat(bots.find(ONE)).isPresent();
        assertThat(heard).contains("a failed with one: out of reach").endsWith("a took one 2");
    }

    @Test
    void givesItsBotsToTheNextAtOnceWhenItIsClosed() {
        create(ONE, BotState.RUNNING);
        create(TWO, BotState.RUNNING);
        Bots first = process("a");
        first.tend();
        play(0, 1);

        first.close();
        first.close();
        first.tend();
        process("b").tend();

        assertThat(heard)
                .containsExactly(
                        "a took one 1",
                        "a took two 1",
                        "a gave two up: The process that ran it was closed.",
                        "a gave one up: The process that ran it was closed.",
                        "b took one 2",
                        "b took two 2");
        assertThatIllegalStateException().isThrownBy(first::start);
    }

    @Test
    void hasNoThreadUnlessItIsStarted() {
        create(ONE, BotState.RUNNING);
        Bots bots = process("a");
        assertThat(heard).isEmpty();

        bots.start();
        BotRig.await("a bot", () -> bots.find(ONE).isPresent());
        create(TWO, BotState.STOPPED);
        BotRig.await("another bot", () -> bots.find(TWO).isPresent());
        bots.close();

        assertThat(bots.snapshots()).isEmpty();
        assertThat(feed.listeners()).isZero();
    }

    @Test
    void renewsLeasesWhileABotIsSlowToOpen() {
        create(ONE, BotState.RUNNING);
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Bots bots = keep(builder("a")
                .opener((stored, record) -> {
                    opening.countDown();
                    awaitQuietly(goOn);
                    return open(stored, record);
                })
                .build());
        bots.start();
        awaitQuietly(opening);
        long before = leases.renewals.get();

        BotRig.await("renewals", () -> leases.renewals.get() > before + 2);
        goOn.countDown();

        BotRig.await("the bot", () -> bots.find(ONE).isPresent());
    }

    @Test
    void saysThatTheRecordCannotBeReadAndTriesAgain() {
        AtomicInteger broken = new AtomicInteger(3);
        BotJournal record = new BotRig.ForwardingJournal() {
            @Override
            public List<StoredBot> bots() {
                if (broken.getAndDecrement() > 0) {
                    throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the disk is away");
                }
                return super.bots();
            }
        };
        record.create(new BotConfiguration(
                ONE, 1, "one", "buys", Map.of(), EngineSettings.of(candles.instrument(), Timeframe.M1)));
        Bots bots = keep(builder("a").journal(record).build());
        bots.start();

        BotRig.await("the bot", () -> bots.find(ONE).isPresent());

        assertThat(heard)
                .startsWith("a: the disk is away", "a: the disk is away", "a: the disk is away")
                .hasSize(4);
    }

    @Test
    void triesABotThatCannotBeOpenedAgain() {
        create(ONE, BotState.RUNNING);
        create(TWO, BotState.RUNNING);
        List<BotId> refused = new ArrayList<>(List.of(ONE));
        Bots bots = keep(builder("a")
                .opener((stored, record) -> {
                    if (refused.remove(stored.id())) {
                        throw new IllegalStateException("its plugin is missing");
                    }
                    return open(stored, record);
                })
                .build());

        bots.tend();
        assertThat(bots.find(ONE)).isEmpty();
        assertThat(bots.find(TWO)).isPresent();
        bots.tend();

        assertThat(bots.find(ONE)).isPresent();
        assertThat(heard)
                .containsExactly(
                        "a gave one up: It could not be opened.",
                        "a failed with one: its plugin is missing",
                        "a took two 1",
                        "a took one 2");
    }

    @Test
    void givesUpWhatIsNotWantedAnyMore() {
        create(ONE, BotState.RUNNING);
        create(TWO, BotState.RUNNING);
        List<BotId> wanted = new CopyOnWriteArrayList<>(List.of(ONE));
        Bots bots =
                keep(builder("a").only(stored -> wanted.contains(stored.id())).build());
        bots.tend();
        assertThat(bots.snapshots()).hasSize(1);

        wanted.add(TWO);
        wanted.remove(ONE);
        bots.tend();

        assertThat(bots.find(ONE)).isEmpty();
        assertThat(bots.find(TWO)).isPresent();
        assertThat(journal.bots().getFirst().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void changesAConfigurationOnlyOfAStoppedAndFlatBotAndReplaysEachVersionUnderItsOwn() {
        create(ONE, BotState.RUNNING);
        Bots bots = process("a");
        bots.tend();
        play(0, 3);
        BotConfiguration first = bots.find(ONE).orElseThrow().snapshot().configuration();
        BotConfiguration second = first.changed(each -> each.withStrategy("sells", Map.of()));
        Bot old = bots.find(ONE).orElseThrow();
        assertRefused(() -> bots.change(second, "Ada"), "it is RUNNING; stop it first");
        old.stop();
        assertRefused(() -> bots.change(second, "Ada"), "holds a position");
        old.start();
        play(3, 5);
        old.stop();
        old.kill("Ada: too wild", HaltMode.BLOCK);
        assertRefused(() -> bots.change(second, "Ada"), "its kill switch is on");
        old.resume("Ada: with another strategy");

        bots.change(second, "Ada");
        Bot changed = bots.find(ONE).orElseThrow();
        changed.start();
        play(5, 8);
        changed.settle();

        assertThat(changed.snapshot().configuration()).isEqualTo(second);
        assertThat(changed.snapshot().equity()).isNotEqualTo(old.snapshot().equity());
        assertThat(fills()).containsExactly("one-v1-order-1", "one-v1-order-2", "one-v2-order-1");
        assertThat(replay(first, BotsTest::buysThenExits)).endsWith("are equal to the record.");
        assertThat(replay(second, BotsTest::sells)).endsWith("are equal to the record.");
        assertThat(journal.versions(ONE))
                .extracting(ConfigurationVersion::changedBy)
                .containsExactly("", "Ada");
        feed.passTo(candles.time(8));
        changed.settle();
        BotSnapshot before = changed.snapshot();
        bots.close();
        Bots again = process("b");
        again.tend();
        assertThat(again.find(ONE).orElseThrow().snapshot()).isEqualTo(before);
    }

    @Test
    void aBotWhoseConfigurationWasChangedMeanwhileDoesNotStart() {
        create(ONE, BotState.STOPPED);
        Bot bot = open(journal.bots().getFirst(), journal);
        journal.change(
                bot.snapshot()
                        .configuration()
                        .changed(each -> each.withSettings(each.settings().withCash(5))),
                "");

        bot.start();

        assertThat(bot.snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(bot.snapshot().reason()).contains("version 2", "is in force", "open it again");
        assertThat(journal.bots().getFirst().state()).isEqualTo(BotState.STOPPED);
        bot.close();
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreError.BAD_CONFIGURATION))
                .hasMessageContaining(why);
    }

    private String replay(BotConfiguration version, StrategyFactory strategy) {
        return TradeTracker.create()
                .replay(version)
                .journal(journal)
                .strategy(strategy)
                .run()
                .statement();
    }

    private List<String> fills() {
        List<String> orders = new ArrayList<>();
        journal.read(
                ONE,
                1,
                entry -> entry.fills()
                        .forEach(fill -> orders.add(fill.clientOrderId().value())));
        return orders;
    }

    private void create(BotId id, BotState state) {
        journal.create(new BotConfiguration(
                id, 1, "Bot " + id, "buys", Map.of(), EngineSettings.of(candles.instrument(), Timeframe.M1)));
        journal.saveState(id, state, "");
    }

    private Bots process(String name) {
        return keep(builder(name).build());
    }

    private Bots keep(Bots bots) {
        processes.add(bots);
        return bots;
    }

    private BotsBuilder builder(String name) {
        return TradeTracker.create()
                .bots()
                .journal(journal)
                .leases(leases, name)
                .opener(this::open)
                .every(Duration.ofMillis(2))
                .listener(new BotsEar(name, heard));
    }

    private Bot open(StoredBot stored, BotJournal record) {
        return TradeTracker.create()
                .bot(stored)
                .strategy(
                        stored.configuration().strategyId().equals("buys") ? BotsTest::buysThenExits : BotsTest::sells)
                .feed(feed, feed)
                .journal(record)
                .open();
    }

    private static Strategy buysThenExits(StrategyContext context) {
        return view -> switch (view.candles().size()) {
            case 1 -> Decision.enter(OrderSide.BUY);
            case 4 -> Decision.exit();
            default -> Decision.hold();
        };
    }

    private static Strategy sells(StrategyContext context) {
        return view -> view.position().isFlat() ? Decision.enter(OrderSide.SELL) : Decision.hold();
    }

    private void play(int from, int to) {
        for (int i = from; i < to; i++) {
            feed.print(candles.time(i), candles.open(i), candles.volume(i));
            feed.print(candles.time(i).plusSeconds(20), candles.high(i), 0);
            feed.print(candles.time(i).plusSeconds(40), candles.low(i), 0);
            feed.print(candles.time(i).plusSeconds(59), candles.close(i), 0);
            feed.passTo(candles.time(i).plusSeconds(60).minusMillis(1));
        }
        feed.passTo(candles.time(to).minusMillis(1));
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leases that cannot be reached when a test wants it so. */
    private static final class BreakableLeases implements Leases {
        private final Leases leases;
        private final AtomicLong renewals = new AtomicLong();
        private volatile boolean broken;

        BreakableLeases(Leases leases) {
            this.leases = leases;
        }

        @Override
        public LeaseTerms terms() {
            return leases.terms();
        }

        @Override
        public Optional<Lease> acquire(String subject, String holder) {
            requireReachable();
            return leases.acquire(subject, holder);
        }

        @Override
        public Optional<Lease> renew(Lease lease) {
            requireReachable();
            renewals.incrementAndGet();
            return leases.renew(lease);
        }

        @Override
        public void release(Lease lease) {
            requireReachable();
            leases.release(lease);
        }

        private void requireReachable() {
            if (broken) {
                throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "out of reach");
            }
        }
    }
}
