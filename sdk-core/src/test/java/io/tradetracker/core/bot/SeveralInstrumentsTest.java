package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.testkit.Markets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bots of several instruments, and of longer timeframes. */
final class SeveralInstrumentsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void decidesAndFillsAsTheBacktestOfTheSameCandles(long seed) {
        LiveSession session = new LiveSession(three(seed, 200));
        try (session) {
            session.begin();
            session.open(Restless::trades).start();
            session.playTo(800);
            session.settled();

            var backtest = session.backtest(Restless::trades);
            assertThat(session.decisions()).as("seed %d", seed).isEqualTo(backtest.decisions());
            assertThat(session.fillLines())
                    .as("seed %d", seed)
                    .isEqualTo(backtest.fills().stream().map(LiveSession::line).toList())
                    .hasSizeGreaterThan(30);
            assertThat(session.settled().equity())
                    .isEqualTo(backtest.equity().equity(backtest.equity().size() - 1));
        }
    }

    @Test
    void takesAnInstrumentWithoutACandleAsAbsent() {
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2}, new int[] {0, 2}));
        try (session) {
            session.begin();
            session.open(SeveralInstrumentsTest::saysWhatIsNew).start();
            session.playTo(3);
            session.settled();

            assertThat(reasons(session)).containsExactly("A B", "A", "A B");
        }
    }

    @Test
    void waitsForASilentInstrumentNoLongerThanItsPatience() {
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2}, new int[] {0, 1, 2}));
        try (session) {
            session.begin();
            session.open(SeveralInstrumentsTest::saysWhatIsNew).start();
            session.printUntil(session.minute(0).plusSeconds(1));
            session.feed.moveTo(session.minute(0));
            session.feed.print(print("A", session.minute(1), 5));
            session.feed.print(print("A", session.minute(1).plusMillis(4_999), 5));
            session.settled();
            assertThat(session.entries()).isEmpty();

            session.feed.print(print("A", session.minute(1).plusMillis(5_000), 5));
            session.settled();

            assertThat(reasons(session)).containsExactly("A B");
            assertThat(((BotInput.Moment) session.entries().getFirst().input()).candles())
                    .as("the silent one comes from the history, whole")
                    .containsEntry(InstrumentId.of("B"), session.markets.get(1).candle(0));
        }
    }

    @Test
    void takesTheMomentThatItJoinsInTheMiddleOfFromHistory() {
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2, 3}, new int[] {0, 1, 3}));
        try (session) {
            session.begin();
            session.warmUp = 1;
            session.skipTo(1);
            session.printUntil(session.minute(1).plusSeconds(30));
            session.open(SeveralInstrumentsTest::saysWhatIsNew).start();
            session.playTo(4);
            session.settled();

            assertThat(session.entries())
                    .extracting(entry -> entry.input().kind())
                    .containsExactly("warm-up", "candle", "candle", "candle");
            assertThat(reasons(session)).containsExactly("A B", "A", "A B");
        }
    }

    @Test
    void fillsAGapOfOneInstrumentFromItsHistory() {
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}));
        try (session) {
            session.begin();
            session.open(SeveralInstrumentsTest::saysWhatIsNew).start();
            session.playTo(1);
            session.printUntil(session.minute(1).plusSeconds(30));
            session.feed.gap(InstrumentId.of("B"));
            session.playTo(4);
            session.settled();

            assertThat(reasons(session)).containsExactly("A B", "A B", "A B", "A B");
            assertThat(session.entries())
                    .extracting(
                            entry -> ((BotInput.Moment) entry.input()).candles().get(InstrumentId.of("B")))
                    .containsExactly(
                            session.markets.get(1).candle(0),
                            session.markets.get(1).candle(1),
                            session.markets.get(1).candle(2),
                            session.markets.get(1).candle(3));
        }
    }

    @Test
    void catchesUpWithAllInstrumentsAfterAStopAndShowsWhatItHolds() {
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 3, 4}));
        try (session) {
            session.begin();
            Bot bot = session.open(
                    context -> view -> Decision.enter(OrderSide.SELL).on(InstrumentId.of("B")));
            bot.start();
            session.playTo(2);
            session.settled();
            bot.stop();
            session.skipTo(4);
            bot.start();
            session.playTo(5);

            assertThat(session.settled().holdings())
                    .extracting(BotSnapshot.Holding::instrument, BotSnapshot.Holding::quantity)
                    .containsExactly(tuple(InstrumentId.of("B"), -1.0));
            assertThat(session.entries())
                    .extracting(entry -> entry.input().kind())
                    .containsExactly("candle", "candle", "halt", "missed", "missed", "candle");
        }
    }

    @Test
    void bringsAnAnswerAfterTheMomentThatWasInProgress() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        LiveSession session = new LiveSession(two(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}));
        session.answers = (question, at) -> {
            awaitQuietly(answered);
            return Answer.of(question.id(), at, Map.of());
        };
        try (session) {
            session.begin();
            session.open(SeveralInstrumentsTest::asksFirst).start();
            session.playTo(1);
            session.settled();
            session.printUntil(session.minute(1).plusSeconds(20));
            answered.countDown();
            session.playTo(3);
            BotRig.await(
                    "the answer",
                    () -> session.entries().stream().anyMatch(entry -> entry.input() instanceof BotInput.Answered));
            session.playTo(4);
            session.settled();

            List<JournalEntry> entries = session.entries();
            for (int i = 1; i < entries.size(); i++) {
                assertThat(entries.get(i).input().time())
                        .isAfterOrEqualTo(entries.get(i - 1).input().time());
            }
        }
    }

    @Test
    void leavesOutALongCandleThatBeganBeforeItsWarmUpAlsoAfterARestart() {
        LiveSession session = new LiveSession(List.of(Markets.seeded(9).randomWalk(40)));
        try (session) {
            session.begin();
            session.warmUp = 8;
            session.skipTo(11);
            session.open(SeveralInstrumentsTest::saysLongCandles).start();
            session.playTo(17);
            session.settled();
            session.open(SeveralInstrumentsTest::saysLongCandles);
            session.playTo(26);
            session.settled();

            CandleSeries market = session.markets.getFirst();
            // The warm-up begins with minute 3, so the long candle of minutes 0 to 4 would be a part.
            assertThat(reasons(session)).hasSize(15);
            assertThat(reasons(session).get(0)).isEqualTo("1 [" + long5(market, 5) + "]");
            assertThat(reasons(session).get(3)).isEqualTo("2 [" + long5(market, 10) + "]");
            assertThat(reasons(session).getLast()).isEqualTo("4 [" + long5(market, 20) + "]");
        }
    }

    @Test
    void refusesAnInstrumentThatIsNamedTwice() {
        LiveSession session = new LiveSession(two(new int[] {0}, new int[] {0}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.configuration.withOthers(Instrument.of("B"), Instrument.of("A")))
                .withMessage("bot session names instrument A twice");
    }

    private static String long5(CandleSeries market, int from) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + 5; i++) {
            high = Math.max(high, market.high(i));
            low = Math.min(low, market.low(i));
        }
        return market.open(from) + " " + high + " " + low + " " + market.close(from + 4);
    }

    private static Strategy saysLongCandles(StrategyContext context) {
        var five = context.candles(Timeframe.M5);
        context.warmUp(1);
        return view -> Decision.hold()
                .reason(
                        five.size() == 0
                                ? "none"
                                : five.size() + " [" + five.open() + " " + five.high() + " " + five.low() + " "
                                        + five.close() + "]");
    }

    private static Strategy asksFirst(StrategyContext context) {
        return new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return view.candles().size() == 1
                        ? Decision.ask(Question.of("q", "oracle", Map.of()))
                        : Decision.hold();
            }
        };
    }

    private static Strategy saysWhatIsNew(StrategyContext context) {
        var mean = context.indicators().sma(PriceField.CLOSE, 1);
        return view -> {
            StringBuilder said = new StringBuilder();
            for (Instrument each : context.instruments()) {
                said.append(view.on(each.id()).hasNewCandle() ? " " + each.id() : "");
            }
            return Decision.hold().reason(said.toString().strip()).plot("mean", mean.value());
        };
    }

    private static List<String> reasons(LiveSession session) {
        return session.decisions().stream()
                .map(each -> each.decision().reason())
                .toList();
    }

    private static Print print(String instrument, Instant time, double price) {
        return new Print(InstrumentId.of(instrument), time, price, 1);
    }

    private static List<CandleSeries> two(int[] minutesOfA, int[] minutesOfB) {
        return List.of(series("A", minutesOfA), series("B", minutesOfB));
    }

    private static CandleSeries series(String name, int... minutes) {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of(name), Timeframe.M1);
        for (int minute : minutes) {
            series.add(Instant.EPOCH.plusSeconds(60L * minute).toEpochMilli(), 10, 20, 9, 11 + minute, 1);
        }
        return series.build();
    }

    static List<CandleSeries> three(long seed, int size) {
        return List.of(
                Markets.seeded(seed).randomWalk(size),
                Markets.seeded(seed + 100).gappy(size),
                Markets.seeded(seed + 200).spiky(size));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
