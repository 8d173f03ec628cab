package io.tradetracker.samples.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.samples.server.board.BotProfile.Market;
import io.tradetracker.samples.server.board.BotProfile.StrategyLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotBoardTest {
    private static final BotStatus RUNNING = new BotStatus("RUNNING", "", Instant.EPOCH);

    private final BotBoard board = new BotBoard(
            new BotProfile(
                    "bot",
                    "Bot",
                    "PAPER",
                    "Plan.",
                    new StrategyLine("s", "S", "", Map.of()),
                    new Market("BTC/USD", "USD", "BTC", "M1", 60_000, 2, 4)),
            RUNNING);
    private final List<LiveEvent> heard = new ArrayList<>();

    @Test
    void beginsWithASnapshotAndGoesOnWithEvents() {
        board.candle(candle(1));
        board.subscribe("", heard::add);
        board.candle(candle(2));

        assertThat(heard).extracting(LiveEvent::type).containsExactly("snapshot", "candle");
        assertThat(((BotSnapshot) heard.get(0).data()).candles()).containsExactly(candle(1));
        assertThat(heard.get(1).data()).isEqualTo(candle(2));
    }

    @Test
    void givesAWatcherThatWasAwayWhatItMissed() {
        Runnable leave = board.subscribe("", heard::add);
        board.candle(candle(1));
        String last = heard.get(1).id();
        leave.run();
        board.candle(candle(2));
        board.candle(candle(3));
        heard.clear();

        board.subscribe(last, heard::add);

        assertThat(heard).extracting(LiveEvent::type).containsExactly("resumed", "candle", "candle");
        assertThat(heard).extracting(LiveEvent::data).containsExactly(2, candle(2), candle(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x-1", "00000000-1", "99999999999999999999", "'; drop", "\0"})
    void givesASnapshotWhenItDoesNotKnowTheLastEvent(String after) {
        board.candle(candle(1));

        board.subscribe(after, heard::add);

        assertThat(heard).extracting(LiveEvent::type).containsExactly("snapshot");
    }

    @Test
    void givesASnapshotToAWatcherThatWasAwayTooLong() {
        board.subscribe("", heard::add).run();
        String old = heard.get(0).id();
        IntStream.range(0, 3_000).forEach(i -> board.candle(candle(i)));
        heard.clear();

        board.subscribe(old, heard::add);

        assertThat(heard).extracting(LiveEvent::type).containsExactly("snapshot");
        assertThat(((BotSnapshot) heard.get(0).data()).candles())
                .hasSize(600)
                .last()
                .isEqualTo(candle(2_999));
    }

    @Test
    void givesASnapshotToAWatcherOfAnEarlierStart() {
        BotBoard earlier = new BotBoard(board.profile(), RUNNING);
        earlier.candle(candle(1));
        board.candle(candle(1));

        board.subscribe(earlier.snapshot().lastEventId(), heard::add);

        assertThat(heard).extracting(LiveEvent::type).containsExactly("snapshot");
    }

    @Test
    void doesNotKeepPricesOfACandleInProgress() {
        board.subscribe("", heard::add).run();
        board.price(candle(1));
        String last = heard.get(0).id();
        heard.clear();

        board.subscribe(last, heard::add);

        assertThat(heard).extracting(LiveEvent::data).containsExactly(0);
        assertThat(board.snapshot().forming()).isEqualTo(candle(1));
    }

    @Test
    void tellsWhereTheReplayIsNow() {
        board.feedTime(Instant.ofEpochSecond(5));
        assertThat(board.snapshot().feed()).isNull();

        board.feed(new FeedStatus("Recorded prices", 60, false, Instant.EPOCH, null));
        board.feedTime(Instant.ofEpochSecond(5));

        assertThat(board.snapshot().feed().time()).isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void losesNoEventBetweenSnapshotAndStreamUnderLoad() throws Exception {
        int total = 2_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> write = () -> {
                IntStream.range(0, total).forEach(i -> board.candle(candle(i)));
                return true;
            };
            Callable<Boolean> watch = () -> {
                List<LiveEvent> arriving = new CopyOnWriteArrayList<>();
                board.subscribe("", arriving::add);
                List<LiveEvent> mine = List.copyOf(arriving);
                long first = number(mine.get(0));
                List<Long> expected =
                        IntStream.range(0, mine.size()).mapToObj(i -> first + i).toList();
                return mine.stream().map(BotBoardTest::number).toList().equals(expected);
            };
            for (var done : threads.invokeAll(List.of(write, watch, watch, watch))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(board.snapshot().lastEventId()).endsWith("-" + total);
    }

    private static long number(LiveEvent event) {
        return Long.parseLong(event.id().substring(event.id().indexOf('-') + 1));
    }

    private static CandleLine candle(long minute) {
        return new CandleLine(minute * 60_000, 1, 2, 0.5, 1.5, 10, Map.of());
    }
}
