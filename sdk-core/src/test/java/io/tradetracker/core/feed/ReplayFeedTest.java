package io.tradetracker.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayFeedTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final CandleSeries candles = Markets.seeded(3).randomWalk(20);
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final MarketListener listener = new MarketListener() {
        @Override
        public void onPrint(Print print) {
            heard.add(print);
        }

        @Override
        public void onNotice(Instant time, String message) {
            heard.add(message);
        }
    };
    private ReplayFeed feed = feed(Double.POSITIVE_INFINITY, candles.time(0));

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void playsEveryPrintInOrderAndStartsOverAWeekLater() throws InterruptedException {
        List<Print> recorded = PrintSource.of(candles).open().toList();
        feed.subscribe(id(), listener);

        feed.start();

        for (Print print : recorded) {
            assertThat(next()).isEqualTo(print);
        }
        assertThat(next())
                .asString()
                .contains("start over", candles.time(0).plus(WEEK).toString());
        assertThat(next()).isInstanceOfSatisfying(Print.class, print -> {
            assertThat(print.time()).isEqualTo(candles.time(0).plus(WEEK));
            assertThat(print.price()).isEqualTo(candles.open(0));
        });
    }

    @Test
    void startsInTheMiddle() throws InterruptedException {
        feed = feed(Double.POSITIVE_INFINITY, candles.time(7));
        feed.subscribe(id(), listener);

        feed.start();

        assertThat(next())
                .isInstanceOfSatisfying(
                        Print.class, print -> assertThat(print.time()).isEqualTo(candles.time(7)));
    }

    @Test
    void startsInALaterRound() throws InterruptedException {
        feed = feed(Double.POSITIVE_INFINITY, candles.time(5).plus(WEEK.multipliedBy(3)));
        feed.subscribe(id(), listener);

        feed.start();

        assertThat(next())
                .isInstanceOfSatisfying(
                        Print.class,
                        print -> assertThat(print.time())
                                .isEqualTo(candles.time(5).plus(WEEK.multipliedBy(3))));
    }

    @Test
    void standsStillWhilePaused() throws InterruptedException {
        feed.pause();
        feed.subscribe(id(), listener);

        feed.start();

        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        assertThat(feed.marketTime()).isBeforeOrEqualTo(candles.time(0));
        assertThat(feed.isPaused()).isTrue();
        feed.resume();
        assertThat(next()).isInstanceOf(Print.class);
    }

    @Test
    void takesANewSpeedAtOnce() throws InterruptedException {
        feed = feed(1e-6, candles.time(0));
        feed.subscribe(id(), listener);
        feed.start();
        next();

        feed.setSpeed(Double.POSITIVE_INFINITY);

        assertThat(next()).isInstanceOf(Print.class);
        assertThat(feed.speed()).isInfinite();
    }

    @Test
    void historyEndsAtTheLastCandleThatIsOver() {
        feed = feed(1, candles.time(10).plusSeconds(30));

        CandleSeries history = feed.history(id(), Timeframe.M1, candles.time(3), candles.time(19));

        assertThat(history.size()).isEqualTo(7);
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.candle(i)).isEqualTo(candles.candle(3 + i));
        }
    }

    @Test
    void historyGoesAcrossRounds() {
        feed = feed(1, candles.time(2).plus(WEEK));

        CandleSeries history = feed.history(
                id(), Timeframe.M1, candles.time(18), candles.time(2).plus(WEEK));

        assertThat(history.size()).isEqualTo(4);
        assertThat(history.time(1)).isEqualTo(candles.time(19));
        assertThat(history.time(2)).isEqualTo(candles.time(0).plus(WEEK));
    }

    @Test
    void tellsNobodyWhoStoppedListening() throws InterruptedException {
        Subscription subscription = feed.subscribe(id(), listener);
        subscription.close();
        BlockingQueue<Print> others = new LinkedBlockingQueue<>();
        feed.subscribe(id(), new MarketListener() {
            @Override
            public void onPrint(Print print) {
                others.add(print);
            }
        });

        feed.start();

        assertThat(others.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(heard).isEmpty();
    }

    @Test
    void playsOnce() {
        feed.start();

        assertThatIllegalStateException().isThrownBy(feed::start).withMessageContaining("plays already");
    }

    @Test
    void refusesAnotherInstrument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.subscribe(InstrumentId.of("OTHER"), listener))
                .withMessageContaining("not OTHER");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesASpeedThatIsNotAboveZero(double speed) {
        assertThatIllegalArgumentException().isThrownBy(() -> feed.setSpeed(speed));
    }

    private ReplayFeed feed(double speed, Instant from) {
        return new ReplayFeed(candles.instrument(), PrintSource.of(candles), speed, from);
    }

    private InstrumentId id() {
        return candles.instrument().id();
    }

    private Object next() throws InterruptedException {
        Object next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("what is heard next").isNotNull();
        return next;
    }
}
