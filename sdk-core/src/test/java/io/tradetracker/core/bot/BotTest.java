package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BotTest {
    private final BotRig rig = new BotRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void fillsAtTheOpenAfterTheDecision() {
        rig.open(BotTest::buysOnce).start();

        rig.play(0, 3);
        BotSnapshot snapshot = rig.settled();

        assertThat(rig.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.time()).isEqualTo(BotRig.at(1));
            assertThat(fill.price()).isEqualByComparingTo(BigDecimal.TEN);
            assertThat(fill.clientOrderId().value()).isEqualTo("bot-1-v1-order-1");
        });
        assertThat(snapshot.quantity()).isEqualTo(1);
        assertThat(rig.kinds()).containsExactly("open", "candle", "open", "candle", "open", "candle");
    }

    @Test
    void makesCandlesOfQuotesWhereAVenuePrintsNothing() {
        rig.feed.quotesOnly();
        rig.open(BotTest::buysOnce).start();

        for (int candle = 0; candle < 3; candle++) {
            quote(candle, 0, 10 * candle - 1, 10 * candle + 1);
            quote(candle, 20, 10 * candle + 1, 10 * candle + 3);
            quote(candle, 40, 10 * candle, 10 * candle + 2);
            rig.feed.passTo(BotRig.at(candle + 1));
        }
        rig.settled();

        assertThat(rig.kinds()).containsExactly("open", "candle", "open", "candle", "open", "candle");
        assertThat(rig.entries().get(3).input())
                .isEqualTo(new BotInput.CandleClosed(new Candle(BotRig.at(1), 10, 12, 10, 11, 0)));
        assertThat(rig.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo(BigDecimal.TEN));
    }

    private void quote(int candle, int second, double bid, double ask) {
        InstrumentId id = rig.feed.instruments().getFirst().id();
        rig.feed.quote(new Quote(id, BotRig.at(candle).plusSeconds(second), bid, ask));
    }

    @Test
    void doesNothingBeforeItIsStarted() {
        rig.open(BotTest::buysOnce);

        rig.play(0, 3);

        assertThat(rig.settled().state()).isEqualTo(BotState.STOPPED);
        assertThat(rig.feed.listeners()).isZero();
        assertThat(rig.entries()).isEmpty();
    }

    @Test
    void showsIndicatorsTheCandlesFromBeforeItsFirstStart() {
        rig.warmUp = 3;
        rig.feed.moveTo(BotRig.at(5).minusMillis(1));
        rig.open(context -> {
                    var mean = context.indicators().sma(PriceField.CLOSE, 3);
                    return view -> Decision.hold().reason("mean " + mean.value());
                })
                .start();

        rig.play(5, 7);
        rig.settled();

        assertThat(rig.kinds().subList(0, 3)).containsOnly("warm-up");
        assertThat(rig.entries().get(4).decisions().getFirst().decision().reason())
                .isEqualTo("mean 41.0");
    }

    @Test
    void takesTheCandleItJoinsInTheMiddleOfFromHistoryAndDecides() {
        rig.warmUp = 1;
        rig.feed.moveTo(BotRig.at(2).plusSeconds(30));
        rig.open(BotTest::buysOnce).start();

        rig.print(2);
        rig.play(3, 5);
        rig.settled();

        assertThat(rig.kinds()).containsExactly("warm-up", "candle", "open", "candle", "open", "candle");
        assertThat(rig.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.time()).isEqualTo(BotRig.at(3)));
    }

    @Test
    void keepsItsPositionAndTakesOrdersBackWhenItIsStopped() {
        Bot bot = rig.open(context -> view -> view.position().isFlat()
                ? Decision.enter(OrderSide.BUY).stopLoss(0.5)
                : Decision.enter(OrderSide.BUY).atLimit(5).tag("more"));
        bot.start();
        rig.play(0, 2);

        bot.stop();

        assertThat(bot.snapshot().state()).isEqualTo(BotState.STOPPED);
        assertThat(bot.snapshot().quantity()).isEqualTo(1);
        assertThat(bot.snapshot().stopLoss()).isEqualTo(0.5);
        assertThat(rig.feed.listeners()).isZero();
        assertThat(rig.kinds()).endsWith("halt");
    }

    @Test
    void catchesUpWithWhatItMissedWithoutDecidingLater() {
        Bot bot = rig.open(context ->
                view -> Decision.hold().reason("saw " + view.candles().close()));
        bot.start();
        rig.play(0, 2);
        bot.stop();
        rig.feed.moveTo(BotRig.at(5).minusMillis(1));

        bot.start();
        rig.play(5, 6);
        rig.settled();

        assertThat(rig.kinds()).endsWith("halt", "missed", "missed", "missed", "open", "candle");
        assertThat(rig.entries().stream().flatMap(entry -> entry.decisions().stream()))
                .extracting(decision -> decision.decision().reason())
                .containsExactly("saw 1.0", "saw 11.0", "saw 51.0");
    }

    @Test
    void fillsAStopWhileNobodyWatched() {
        Bot bot = rig.open(context -> view ->
                view.position().isFlat() ? Decision.enter(OrderSide.SELL).stopLoss(35) : Decision.hold());
        bot.start();
        rig.play(0, 2);
        bot.stop();
        rig.feed.moveTo(BotRig.at(5).minusMillis(1));

        bot.start();
        rig.settled();

        assertThat(rig.fills())
                .extracting(fill -> fill.reason())
                .containsExactly(FillReason.ENTRY, FillReason.STOP_LOSS);
        assertThat(rig.fills().getLast().time()).isEqualTo(BotRig.at(4));
        assertThat(rig.fills().getLast().price()).isEqualByComparingTo("40");
    }

    @Test
    void goesOnFromItsRecordAfterARestart() {
        rig.open(BotTest::buysOnce).start();
        rig.play(0, 3);
        BotSnapshot before = rig.settled();

        Bot again = rig.open(BotTest::buysOnce);

        assertThat(again.snapshot()).isEqualTo(before);
        assertThat(again.snapshot().state()).isEqualTo(BotState.RUNNING);
        assertThat(rig.fills()).hasSize(1);
    }

    @Test
    void ignoresACandleThatTheFeedGivesAgain() {
        rig.open(BotTest::buysOnce).start();
        rig.play(0, 3);
        rig.feed.moveTo(BotRig.at(1).minusMillis(1));
        rig.open(BotTest::buysOnce);

        rig.play(1, 4);
        rig.settled();

        assertThat(rig.kinds()).filteredOn("candle"::equals).hasSize(4);
        assertThat(rig.fills()).hasSize(1);
    }

    @Test
    void tellsTheStrategyLaterOfWhatFilledWhileNobodyWatched() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Bot bot = rig.open(context -> new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return view.candles().size() == 2
                        ? Decision.enter(OrderSide.SELL).stopLoss(35)
                        : Decision.hold();
            }

            @Override
            public Decision onFill(FillView fill, StrategyView view) {
                heard.add(fill.reason() + " sees " + view.candles().close());
                return Decision.hold();
            }
        });
        bot.start();
        rig.play(0, 2);
        rig.settled();
        bot.stop();
        rig.feed.moveTo(BotRig.at(5).minusMillis(1));
        bot.start();

        rig.play(5, 6);
        rig.settled();

        assertThat(heard).isEmpty();
        assertThat(rig.entries().stream().flatMap(entry -> entry.rejections().stream()))
                .extracting(rejection -> rejection.code())
                .containsExactly("HALTED");
    }

    @Test
    void refusesOrdersOfItsOwnerOnceItIsClosed() {
        Bot bot = rig.open(BotTest::buysOnce);
        bot.close();
        bot.close();

        assertThatIllegalStateException().isThrownBy(bot::start).withMessage("bot bot-1 is closed");
    }

    private static Strategy buysOnce(StrategyContext context) {
        return view -> view.position().isFlat() ? Decision.enter(OrderSide.BUY).reason("first") : Decision.hold();
    }
}
