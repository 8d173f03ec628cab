package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BotFailureTest {
    private final BotRig rig = new BotRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void faultsWhenItsReplayDecidesOtherwise() {
        rig.open(BotFailureTest::buysOnce).start();
        rig.play(0, 3);
        rig.settled();

        Bot changed = rig.open(context -> view -> Decision.hold());

        assertThat(changed.snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(changed.snapshot().equity()).isNaN();
        assertThat(changed.snapshot().quantity()).isNaN();
        assertThat(changed.snapshot().reason()).contains("entry 2", "its decisions", "make a new bot");
        assertThat(rig.stored().state()).isEqualTo(BotState.FAULTED);
        assertThat(rig.entries()).hasSize(6);
    }

    @Test
    void staysFaultedAsLongAsItsReplayFailsAndRecoversWhenItDoesNot() {
        rig.open(BotFailureTest::buysOnce).start();
        rig.play(0, 3);
        rig.settled();
        rig.open(context -> view -> Decision.hold()).start();
        assertThat(rig.settled().state()).isEqualTo(BotState.FAULTED);
        rig.feed.moveTo(BotRig.at(3).minusMillis(1));

        rig.open(BotFailureTest::buysOnce).start();
        rig.play(3, 4);

        assertThat(rig.settled().state()).isEqualTo(BotState.RUNNING);
        assertThat(rig.kinds()).filteredOn("candle"::equals).hasSize(4);
    }

    @Test
    void faultsWithTheReasonWhenItsStrategyThrows() {
        rig.open(context -> view -> {
                    if (view.candles().close() > 20) {
                        throw new IllegalStateException("cannot go on");
                    }
                    return Decision.hold();
                })
                .start();

        rig.play(0, 4);

        assertThat(rig.settled().state()).isEqualTo(BotState.FAULTED);
        assertThat(rig.stored().reason()).contains("IllegalStateException: cannot go on", "1970-01-01T00:03:00Z");
        assertThat(rig.feed.listeners()).isZero();
        assertThat(rig.states).containsExactly(BotState.RUNNING, BotState.FAULTED);
        assertThat(rig.kinds()).filteredOn("candle"::equals).hasSize(2);
    }

    @Test
    void faultsWhenTheStrategyCannotBeMade() {
        Bot bot = rig.open(context -> {
            throw new IllegalArgumentException("no such thing");
        });

        assertThat(bot.snapshot().state()).isEqualTo(BotState.FAULTED);
        assertThat(bot.snapshot().reason()).contains("no such thing");
    }

    @Test
    void makesItselfAnewFromItsRecordAfterTheRecordFailed() {
        Bot bot = rig.open(BotFailureTest::buysOnce);
        bot.start();
        rig.journal.refuses = entry -> entry.sequence() == 3;

        rig.play(0, 3);

        assertThat(rig.settled().state()).isEqualTo(BotState.RECOVERING);
        assertThat(bot.snapshot().reason()).contains("Tries again", "the disk is full");
        assertThat(bot.snapshot().quantity()).isZero();
        assertThat(rig.stored().state()).isEqualTo(BotState.RUNNING);
        rig.journal.refuses = entry -> false;
        rig.feed.moveTo(BotRig.at(3).minusMillis(1));
        awaitState(BotState.RUNNING);
        assertThat(rig.kinds()).containsExactly("open", "candle", "missed", "missed");
        assertThat(rig.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.time()).isEqualTo(BotRig.at(1)));
    }

    @Test
    void doesNotSayThatItRunsBeforeItHasCaughtUp() {
        List<BotState> whileCatchingUp = new CopyOnWriteArrayList<>();
        rig.open(BotFailureTest::buysOnce).start();
        rig.journal.refuses = entry -> entry.sequence() == 3;
        rig.listener = new BotListener() {
            @Override
            public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                whileCatchingUp.add(snapshot.state());
            }
        };
        rig.play(0, 3);
        rig.settled();
        whileCatchingUp.clear();

        rig.journal.refuses = entry -> false;
        rig.awaitInput("missed");
        awaitState(BotState.RUNNING);

        assertThat(whileCatchingUp).isNotEmpty().containsOnly(BotState.RECOVERING);
        assertThat(rig.kinds()).containsExactly("open", "candle", "missed", "missed");
    }

    @Test
    void canBeStoppedWhileItRecovers() {
        Bot bot = rig.open(BotFailureTest::buysOnce);
        bot.start();
        rig.journal.refuses = entry -> true;
        rig.play(0, 1);
        rig.settled();

        bot.stop();

        assertThat(bot.snapshot().state()).isEqualTo(BotState.STOPPED);
        rig.journal.refuses = entry -> false;
        rig.awaitInput("halt");
        rig.settled();
        assertThat(rig.stored().state()).isEqualTo(BotState.STOPPED);
    }

    @Test
    void doesNotCallItselfFaultedOnRecordWhenSomebodyElseWritesIt() {
        Bot bot = rig.open(BotFailureTest::buysOnce);
        bot.start();
        rig.play(0, 2);
        rig.settled();
        JournalEntry last = rig.entries().getLast();
        rig.journal.append(
                BotRig.ID,
                new JournalEntry(5, new BotInput.Halted(BotRig.at(2)), List.of(), List.of(), List.of(), last.equity()));

        rig.play(2, 3);

        assertThat(rig.settled().state()).isEqualTo(BotState.FAULTED);
        assertThat(bot.snapshot().reason()).contains("another process");
        assertThat(rig.stored().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void goesOnWhenAListenerThrows() {
        rig.listener = new BotListener() {
            @Override
            public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                throw new IllegalStateException("not my day");
            }

            @Override
            public void onState(BotSnapshot snapshot) {
                throw new IllegalStateException("not my day");
            }
        };
        rig.open(BotFailureTest::buysOnce).start();

        rig.play(0, 3);

        assertThat(rig.settled().state()).isEqualTo(BotState.RUNNING);
        assertThat(rig.fills()).hasSize(1);
    }

    @Test
    void mayBeStoppedByItsListener() {
        Bot[] opened = new Bot[1];
        rig.listener = new BotListener() {
            @Override
            public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                if (!entry.fills().isEmpty()) {
                    opened[0].stop();
                }
            }
        };
        opened[0] = rig.open(BotFailureTest::buysOnce);
        opened[0].start();

        rig.play(0, 4);

        rig.settled();
        assertThat(rig.settled().state()).isEqualTo(BotState.STOPPED);
    }

    @Test
    void endsWhateverTheStrategyThrows() {
        rig.open(context -> view -> {
                    throw sneaky(new IOException("not declared"));
                })
                .start();

        rig.play(0, 1);

        assertThat(rig.settled().state()).isEqualTo(BotState.FAULTED);
        assertThat(rig.stored().reason()).contains("IOException: not declared");
    }

    private static Strategy buysOnce(StrategyContext context) {
        return view -> view.position().isFlat() ? Decision.enter(OrderSide.BUY).reason("first") : Decision.hold();
    }

    private void awaitState(BotState state) {
        BotRig.await(state.name(), () -> rig.settled().state() == state);
    }

    private static RuntimeException sneaky(Throwable thrown) {
        return BotFailureTest.<RuntimeException>cast(thrown);
    }

    @SuppressWarnings("unchecked") // the cast is erased, which is the point: Kotlin and Groovy throw like that
    private static <T extends Throwable> T cast(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
