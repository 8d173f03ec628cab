package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BotKillTest {
    private static final String WHY = "Ann: the exchange halts";

    private final BotRig rig = new BotRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Buys whenever it is flat, with a stop. */
    private static Strategy buys(StrategyContext context) {
        return view -> view.position().isFlat() ? Decision.enter(OrderSide.BUY).stopLoss(0.5) : Decision.hold();
    }

    private static Strategy waits(StrategyContext context) {
        return view -> Decision.enter(OrderSide.BUY).atLimit(1);
    }

    @Test
    void takesEntriesBackAndRefusesNewOnes() {
        Bot bot = rig.open(BotKillTest::waits);
        bot.start();
        rig.play(0, 2);
        rig.settled();

        bot.kill(WHY, HaltMode.BLOCK);
        rig.play(2, 4);
        rig.settled();

        assertThat(bot.killSwitch()).hasValueSatisfying(pulled -> {
            assertThat(pulled.reason()).isEqualTo(WHY);
            assertThat(pulled.since()).isEqualTo(BotRig.at(2));
        });
        assertThat(rig.kinds())
                .containsExactly("open", "candle", "open", "candle", "kill", "open", "candle", "open", "candle");
        assertThat(rig.entries().get(4).rejections()).hasSize(2).allSatisfy(rejection -> {
            assertThat(rejection.code()).isEqualTo("KILL_SWITCH");
            assertThat(rejection.message()).isEqualTo("the kill switch is on since 1970-01-01T00:02:00Z: " + WHY);
        });
        assertThat(rig.entries().get(4).checks()).hasSize(2);
        assertThat(rig.entries().get(6).checks()).hasSize(1);
        assertThat(bot.snapshot().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void keepsItsPositionAndProtectionOrClosesIt() {
        Bot bot = rig.open(BotKillTest::buys);
        bot.start();
        rig.play(0, 2);
        rig.settled();
        bot.kill(WHY, HaltMode.BLOCK);
        rig.play(2, 3);

        assertThat(rig.settled().quantity()).isEqualTo(1);
        assertThat(bot.snapshot().stopLoss()).isEqualTo(0.5);
        bot.kill("Bob: now for good", HaltMode.CLOSE);
        rig.play(3, 4);

        assertThat(rig.settled().quantity()).isZero();
        assertThat(rig.fills()).extracting(fill -> fill.reason()).containsExactly(FillReason.ENTRY, FillReason.HALT);
        assertThat(rig.fills().getLast().time()).isEqualTo(BotRig.at(3));
        assertThat(bot.killSwitch()).map(KillSwitch::reason).hasValue("Bob: now for good");
    }

    @Test
    void goesOnOnlyWhenSomebodySaysSo() {
        Bot bot = rig.open(BotKillTest::buys);
        bot.start();
        bot.kill(WHY, HaltMode.CLOSE);
        rig.play(0, 3);
        bot.stop();
        bot.start();
        rig.play(3, 5);
        assertThat(rig.settled().fills()).isZero();

        bot.resume("Ann: it is over");
        rig.play(5, 7);

        assertThat(rig.settled().quantity()).isEqualTo(1);
        assertThat(bot.killSwitch()).isEmpty();
        assertThat(rig.kinds()).contains("kill", "resume");
    }

    @Test
    void isStillKilledAfterARestart() {
        Bot bot = rig.open(BotKillTest::buys);
        bot.start();
        rig.play(0, 1);
        rig.settled();
        bot.kill(WHY, HaltMode.BLOCK);
        BotSnapshot before = rig.settled();

        Bot again = rig.open(BotKillTest::buys);
        assertThat(again.snapshot()).isEqualTo(before);
        assertThat(again.killSwitch()).map(KillSwitch::reason).hasValue(WHY);
        rig.play(1, 4);

        assertThat(rig.settled().state()).isEqualTo(BotState.RUNNING);
        assertThat(again.snapshot().fills()).isZero();
    }

    @Test
    void isKilledWhileItIsStopped() {
        Bot bot = rig.open(BotKillTest::buys);

        bot.kill(WHY, HaltMode.CLOSE);

        assertThat(bot.killSwitch()).isPresent();
        assertThat(rig.kinds()).containsExactly("kill");
        assertThat(rig.stored().state()).isEqualTo(BotState.STOPPED);
        bot.start();
        rig.play(0, 3);
        assertThat(rig.settled().fills()).isZero();
    }

    @Test
    void warmsUpAsBeforeWhenItWasKilledBeforeItsFirstStart() {
        rig.warmUp = 3;
        rig.feed.moveTo(BotRig.at(5).minusMillis(1));
        Bot bot = rig.open(BotKillTest::buys);
        bot.kill(WHY, HaltMode.BLOCK);

        bot.start();
        rig.play(5, 6);
        rig.settled();

        assertThat(rig.kinds()).containsExactly("kill", "warm-up", "warm-up", "warm-up", "open", "candle");
    }

    @Test
    void overtakesPricesThatWait() {
        CountDownLatch played = new CountDownLatch(1);
        Bot[] opened = new Bot[1];
        opened[0] = rig.open(context -> view -> {
            if (view.candles().size() == 1) {
                awaitQuietly(played);
                opened[0].kill(WHY, HaltMode.BLOCK);
            }
            return Decision.enter(OrderSide.BUY).atLimit(1);
        });
        opened[0].start();
        rig.play(0, 5);
        played.countDown();
        rig.settled();

        assertThat(rig.kinds().subList(0, 3)).containsExactly("open", "candle", "kill");
        assertThat(rig.kinds()).hasSize(11);
    }

    @Test
    void isPutOnRecordWhenTheRecordWorksAgain() {
        Bot bot = rig.open(BotKillTest::buys);
        bot.start();
        rig.play(0, 1);
        rig.settled();
        rig.journal.refuses = entry -> entry.input() instanceof BotInput.Killed;

        bot.kill(WHY, HaltMode.BLOCK);

        assertThat(bot.snapshot().state()).isEqualTo(BotState.RECOVERING);
        assertThat(bot.killSwitch()).isEmpty();
        rig.play(1, 3);
        assertThat(rig.fills()).isEmpty();
        rig.journal.refuses = entry -> false;
        rig.awaitInput("kill");
        BotRig.await("RUNNING", () -> rig.settled().state() == BotState.RUNNING);
        rig.play(3, 5);
        assertThat(rig.settled().fills()).isZero();
        assertThat(rig.kinds()).containsOnlyOnce("kill");
        assertThat(rig.kinds().subList(0, 3)).containsExactly("open", "candle", "kill");
    }

    @Test
    void isPutOnRecordWhileItIsStoppedWhenTheRecordWorksAgain() {
        Bot bot = rig.open(BotKillTest::buys);
        rig.journal.refuses = entry -> true;
        bot.kill(WHY, HaltMode.BLOCK);
        assertThat(bot.killSwitch()).isEmpty();

        rig.journal.refuses = entry -> false;
        rig.awaitInput("kill");

        assertThat(rig.settled().state()).isEqualTo(BotState.STOPPED);
        assertThat(bot.killSwitch()).isPresent();
        assertThat(rig.feed.listeners()).isZero();
    }

    @Test
    void killsAndResumesInTheOrderTheyCameWhileItRecovers() {
        Bot bot = rig.open(BotKillTest::buys);
        bot.start();
        rig.play(0, 1);
        rig.settled();
        rig.journal.refuses = entry -> true;
        bot.kill(WHY, HaltMode.BLOCK);
        bot.resume("Ann: all is well");
        bot.kill("Bob: no", HaltMode.CLOSE);

        rig.journal.refuses = entry -> false;
        BotRig.await("RUNNING", () -> rig.settled().state() == BotState.RUNNING);

        assertThat(rig.kinds())
                .filteredOn(kind -> !kind.equals("missed"))
                .containsExactly("open", "candle", "kill", "resume", "kill");
        assertThat(bot.killSwitch()).map(KillSwitch::reason).hasValue("Bob: no");
    }

    @Test
    void isKilledBeforeItWorksAgainWhenItWasFaulted() {
        boolean[] broken = {true};
        Bot bot = rig.open(context -> view -> {
            if (broken[0]) {
                throw new IllegalStateException("broken");
            }
            return Decision.enter(OrderSide.BUY);
        });
        bot.start();
        rig.play(0, 1);
        assertThat(rig.settled().state()).isEqualTo(BotState.FAULTED);

        bot.kill(WHY, HaltMode.BLOCK);
        assertThat(bot.snapshot().state()).isEqualTo(BotState.FAULTED);
        broken[0] = false;
        bot.start();
        rig.play(1, 3);

        assertThat(rig.settled().fills()).isZero();
        assertThat(bot.killSwitch()).isPresent();
    }

    @Test
    void mayBeKilledByItsListener() {
        Bot[] opened = new Bot[1];
        rig.listener = new BotListener() {
            @Override
            public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                if (!entry.fills().isEmpty() && entry.input() instanceof BotInput.CandleOpened) {
                    opened[0].kill(WHY, HaltMode.CLOSE);
                }
            }
        };
        opened[0] = rig.open(BotKillTest::buys);
        opened[0].start();

        rig.play(0, 4);

        assertThat(rig.settled().quantity()).isZero();
        assertThat(rig.fills()).extracting(fill -> fill.reason()).containsExactly(FillReason.ENTRY, FillReason.HALT);
    }

    @Test
    void wantsAReasonAndAnOpenBot() {
        Bot bot = rig.open(BotKillTest::buys);

        assertThatIllegalArgumentException().isThrownBy(() -> bot.kill(" ", HaltMode.CLOSE));
        assertThatIllegalArgumentException().isThrownBy(() -> bot.resume("x".repeat(501)));
        assertThat(rig.entries()).isEmpty();
        bot.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> bot.kill(WHY, HaltMode.CLOSE))
                .withMessage("bot bot-1 is closed");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        BotRig.await("a latch", () -> latch.getCount() == 0);
    }
}
