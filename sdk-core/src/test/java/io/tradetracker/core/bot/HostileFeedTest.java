package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.bot.HostileFeed.Faults;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes again, late, in another order or not at all. */
final class HostileFeedTest {
    private static final int MINUTES = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void repeatsAndSwapsWithinACandleChangeNothing(long seed) {
        List<CandleSeries> markets = SeveralInstrumentsTest.three(seed, MINUTES / 3);
        try (LiveSession hostile = played(markets, new Faults(30, 20, 0, 0), seed)) {
            var clean = hostile.backtest(Restless::trades);

            assertThat(hostile.decisions()).as("seed %d", seed).isEqualTo(clean.decisions());
            assertThat(hostile.late).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsLostComesFromTheHistory(long seed) {
        List<CandleSeries> markets = SeveralInstrumentsTest.three(seed, MINUTES / 3);
        try (LiveSession hostile = played(markets, new Faults(20, 10, 0, 5), seed)) {
            var clean = hostile.backtest(Restless::trades);

            assertThat(candles(hostile)).as("seed %d", seed).containsExactlyElementsOf(candles(markets));
            assertThat(hostile.decisions()).as("seed %d", seed).isEqualTo(clean.decisions());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatComesAfterItsMomentIsToldAndNeverDecidedTwice(long seed) {
        List<CandleSeries> markets = List.of(Markets.seeded(seed).randomWalk(MINUTES));
        try (LiveSession hostile = played(markets, new Faults(10, 0, 10, 0), seed)) {
            List<Instant> decided = hostile.entries().stream()
                    .filter(entry -> entry.input() instanceof BotInput.CandleClosed)
                    .map(entry -> entry.input().time())
                    .toList();

            assertThat(decided).as("seed %d", seed).doesNotHaveDuplicates().isSorted();
            assertThat(hostile.late).as("seed %d", seed).isNotEmpty();
            assertThat(hostile.late)
                    .extracting(LatePrint::count)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, hostile.late.size())
                            .boxed()
                            .toList());
            assertThat(hostile.late)
                    .allSatisfy(late -> assertThat(
                                    Duration.between(late.candle(), late.print().time()))
                            .isBetween(Duration.ZERO, Duration.ofMinutes(1)));
            assertThat(differsOnlyWhereLate(hostile)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void aPrintThatOpensACandleOfWhichTheOpenWasTradedOnIsLate() {
        List<CandleSeries> markets = List.of(Markets.seeded(1).randomWalk(3));
        LiveSession session = new LiveSession(markets);
        try (session) {
            session.begin();
            session.open(context -> view -> Decision.enter(OrderSide.BUY)).start();
            session.playTo(1);
            var id = markets.getFirst().instrument().id();
            session.feed.print(new Print(id, session.minute(1).plusSeconds(2), 150, 1));
            session.feed.print(new Print(id, session.minute(1).plusSeconds(1), 140, 1));
            session.feed.passTo(session.minute(2));
            session.settled();

            assertThat(session.late)
                    .singleElement()
                    .satisfies(late -> assertThat(late.print().price()).isEqualTo(140));
            assertThat(session.fills())
                    .singleElement()
                    .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("150"));
            assertThat(((BotInput.CandleClosed) session.entries().getLast().input())
                            .candle()
                            .open())
                    .as("the candle is what the market did")
                    .isEqualTo(140);
        }
    }

    @Test
    void equalPrintsWithoutANameBothCountUnlessTheSecondIsOlderThanTheLatest() {
        List<CandleSeries> markets = List.of(Markets.seeded(1).randomWalk(3));
        LiveSession session = new LiveSession(markets);
        try (session) {
            session.begin();
            session.open(Restless::trades).start();
            var id = markets.getFirst().instrument().id();
            Print first = new Print(id, session.minute(0), 100, 2);
            session.feed.print(first);
            session.feed.print(first);
            session.feed.print(new Print(id, session.minute(0).plusSeconds(1), 101, 1));
            session.feed.print(first);
            session.feed.passTo(session.minute(1));
            session.settled();

            assertThat(((BotInput.CandleClosed) session.entries().getLast().input())
                            .candle()
                            .volume())
                    .isEqualTo(5);
        }
    }

    private static LiveSession played(List<CandleSeries> markets, Faults faults, long seed) {
        LiveSession session = new LiveSession(markets);
        session.heard = new HostileFeed(session.feed, faults, seed);
        session.begin();
        session.open(Restless::trades).start();
        session.playTo(4 * MINUTES);
        session.settled();
        return session;
    }

    /** Candles differ from the market's only where a print of theirs is known to be late. */
    private static boolean differsOnlyWhereLate(LiveSession session) {
        var late = session.late.stream().map(LatePrint::candle).toList();
        CandleSeries market = session.markets.getFirst();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < market.size(); i++) {
            if (!late.contains(market.time(i))) {
                expected.add(market.candle(i));
            }
        }
        return candles(session).containsAll(expected);
    }

    private static List<Object> candles(LiveSession session) {
        List<Object> candles = new ArrayList<>();
        session.entries().forEach(entry -> {
            switch (entry.input()) {
                case BotInput.CandleClosed closed -> candles.add(closed.candle());
                case BotInput.Moment moment -> candles.add(moment.candles());
                default -> {}
            }
        });
        return candles;
    }

    private static List<Object> candles(List<CandleSeries> markets) {
        var moments = new TreeMap<Instant, Map<Object, Object>>();
        for (CandleSeries market : markets) {
            for (int i = 0; i < market.size(); i++) {
                moments.computeIfAbsent(market.time(i), time -> new LinkedHashMap<>())
                        .put(market.instrument().id(), market.candle(i));
            }
        }
        return List.copyOf(moments.values());
    }
}
