package io.tradetracker.samples.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.feed.ReplayFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedRoundsTest {
    private static final Instrument BTC = Instrument.of("BTC/USD");
    private static final Instant MONDAY = Instant.parse("2013-11-25T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final RecordedPrices prices =
            new RecordedPrices(() -> List.of(print(0, 800.01), print(60, 1200.5), print(120, 999)).stream());

    @Test
    void goesOnWhereTheRoundBeforeEnded() throws InterruptedException {
        BlockingQueue<Double> heard = new LinkedBlockingQueue<>();
        BlockingQueue<String> notices = new LinkedBlockingQueue<>();
        try (JoinedRounds feed = new JoinedRounds(replay(Double.POSITIVE_INFINITY), prices)) {
            feed.subscribe(BTC.id(), new MarketListener() {
                @Override
                public void onPrint(Print print) {
                    heard.add(print.price());
                }

                @Override
                public void onNotice(Instant time, String message) {
                    notices.add(message);
                }
            });
            start(feed);

            assertThat(IntStream.range(0, 7).mapToObj(i -> next(heard)))
                    .containsExactly(800.01, 1200.5, 999.0, 999.0, 1399.49, 1197.99, 1197.99);
            assertThat(notices.poll(10, TimeUnit.SECONDS)).contains("Round 2", "+198.99");
        }
    }

    @Test
    void hasTheSamePricesInItsHistory() {
        Instant second = MONDAY.plus(WEEK);
        try (ReplayFeed replay = new ReplayFeed(BTC, prices, 1, second.plusSeconds(600));
                JoinedRounds feed = new JoinedRounds(replay, prices)) {
            CandleSeries candles =
                    feed.history(BTC.id(), Timeframe.M1, MONDAY.plusSeconds(120), second.plusSeconds(120));

            assertThat(IntStream.range(0, candles.size()).mapToObj(candles::close))
                    .containsExactly(999.0, 999.0, 1399.49);
        }
    }

    @Test
    void knowsWhichRoundItIs() {
        assertThat(prices.roundAt(MONDAY)).isEqualTo(1);
        assertThat(prices.roundAt(MONDAY.plus(WEEK).minusMillis(1))).isEqualTo(1);
        assertThat(prices.roundAt(MONDAY.plus(WEEK))).isEqualTo(2);
        assertThat(prices.startOf(2)).isEqualTo(MONDAY.plus(WEEK));
        assertThat(prices.endOf(2)).isEqualTo(MONDAY.plus(WEEK).plusSeconds(120));
    }

    private ReplayFeed started;

    private ReplayFeed replay(double speed) {
        started = new ReplayFeed(BTC, prices, speed, MONDAY);
        return started;
    }

    private void start(JoinedRounds feed) {
        assertThat(feed.instruments()).containsExactly(BTC);
        started.start();
    }

    private static double next(BlockingQueue<Double> heard) {
        try {
            Double price = heard.poll(10, TimeUnit.SECONDS);
            assertThat(price).isNotNull();
            return price;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Print print(int second, double price) {
        return new Print(BTC.id(), MONDAY.plusSeconds(second), price, 1);
    }
}
