package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.each;
import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.RetryAdvice;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.CoreError;
import io.tradetracker.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandleDownloadTest {
    private static final Instant LATER = minute(10_000);

    private final InMemoryCandleStore store = new InMemoryCandleStore();
    private final AskedMarket market = new AskedMarket(each(0, 100));
    private final ManualClock clock = ManualClock.at(LATER);

    @TempDir
    private Path folder;

    private CandleDownload download() {
        return new CandleDownload(market, store, clock).window(10);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    @Test
    void asksWindowByWindowAndTellsEach() {
        List<DownloadProgress.Step> told = new ArrayList<>();

        DownloadReport report = download().progress(told::add).run(KEY, minute(0), minute(25));

        assertThat(market.asked()).containsExactly(minutes(0, 10), minutes(10, 20), minutes(20, 25));
        assertThat(report).isEqualTo(new DownloadReport(KEY, 3, 25, Coverage.of(List.of(minutes(0, 25)))));
        assertThat(told.getLast()).isEqualTo(new DownloadProgress.Step(KEY, minutes(20, 25), 5, 3, 3));
        assertThat(store.read(KEY, minute(0), minute(25))).isEqualTo(each(0, 25));
    }

    @Test
    void asksOnlyForWhatIsMissing() {
        store.write(KEY, minutes(5, 12), each(5, 12));
        store.write(KEY, minutes(15, 16), each(15, 16));

        download().run(KEY, minute(0), minute(20));
        assertThat(market.asked()).containsExactly(minutes(0, 5), minutes(12, 15), minutes(16, 20));

        market.asked().clear();
        assertThat(download().run(KEY, minute(0), minute(20)).windows()).isZero();
        assertThat(market.asked()).isEmpty();
        assertThat(store.read(KEY, minute(0), minute(20))).isEqualTo(each(0, 20));
    }

    @Test
    void remembersThatNothingTraded() {
        download().run(KEY, minute(95), minute(115));

        assertThat(store.read(KEY, minute(95), minute(115))).isEqualTo(each(95, 100));
    }

    @Test
    void leavesOutWhatHasNotSettled() {
        clock.set(minute(50).plusSeconds(20));

        assertThat(download().run(KEY, minute(40), minute(90)).coverage())
                .as("the candle of 48 closed at 49:00, that of 49 only 20 seconds ago")
                .isEqualTo(Coverage.of(List.of(minutes(40, 49))));

        clock.set(minute(51).plusSeconds(20));
        assertThat(download()
                        .settling(Duration.ZERO)
                        .run(KEY, minute(40), minute(90))
                        .coverage())
                .isEqualTo(Coverage.of(List.of(minutes(40, 51))));
        assertThat(market.asked()).containsExactly(minutes(40, 49), minutes(49, 51));

        assertThat(download().run(KEY, minute(95), minute(99)).windows())
                .as("in the future")
                .isZero();
    }

    @Test
    void goesOnWhereItStoppedAfterAFailure() {
        market.failAt(3, RetryAdvice.NEVER, 1);

        assertThatThrownBy(() -> download().run(KEY, minute(0), minute(50)))
                .isInstanceOf(TradeTrackerException.class)
                .hasMessageContaining("market failed");
        assertThat(store.covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 20))));

        market.asked().clear();
        download().run(KEY, minute(0), minute(50));

        assertThat(market.asked()).containsExactly(minutes(20, 30), minutes(30, 40), minutes(40, 50));
        assertThat(store.read(KEY, minute(0), minute(50))).isEqualTo(each(0, 50));
    }

    @Test
    void asksAgainWhereAFailureMayPass() {
        market.failAt(2, RetryAdvice.SAFE, 2);
        market.failAt(5, RetryAdvice.after(Duration.ofMillis(1)), 1);

        download().run(KEY, minute(0), minute(30));

        assertThat(market.asked())
                .containsExactly(
                        minutes(0, 10),
                        minutes(10, 20),
                        minutes(10, 20),
                        minutes(10, 20),
                        minutes(20, 30),
                        minutes(20, 30));
        assertThat(store.read(KEY, minute(0), minute(30))).isEqualTo(each(0, 30));
    }

    @Test
    void givesUpAfterSomeTries() {
        market.failAt(1, RetryAdvice.SAFE, 100);

        assertThatThrownBy(() -> download().tries(3).run(KEY, minute(0), minute(30)))
                .hasMessageContaining("market failed");
        assertThat(market.asked()).hasSize(3);
    }

    @Test
    void stopsWhenItIsCancelled() {
        CandleDownload download = download();
        download.progress(step -> {
            if (step.done() == 2) {
                download.cancel();
            }
        });

        assertRefused(
                CoreError.CANCELLED,
                () -> download.run(KEY, minute(0), minute(50)),
                "after 2 windows, which are kept",
                "run it again");
        assertThat(store.covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 20))));
    }

    @Test
    void stopsWaitingWhenItIsCancelled() throws InterruptedException {
        market.failAt(1, RetryAdvice.after(Duration.ofDays(1)), 1);
        CountDownLatch failed = new CountDownLatch(1);
        market.onFailure(failed::countDown);
        CandleDownload download = download();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                download.run(KEY, minute(0), minute(50));
            } catch (TradeTrackerException cancelled) {
                end.set(cancelled);
            }
        });
        failed.await();

        download.cancel();
        runner.join();

        assertThat(end.get())
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreError.CANCELLED));
    }

    @Test
    void stopsWhenItIsInterruptedAndLosesNothing() {
        try (FileCandleStore files = FileCandleStore.open(folder)) {
            CandleDownload download = new CandleDownload(market, files, clock)
                    .window(10)
                    .progress(step -> {
                        if (step.done() == 2) {
                            Thread.currentThread().interrupt();
                        }
                    });

            assertRefused(CoreError.CANCELLED, () -> download.run(KEY, minute(0), minute(50)), "after 2 windows");
            assertThat(Thread.interrupted()).as("the thread still knows").isTrue();

            new CandleDownload(market, files, clock).run(KEY, minute(0), minute(50));
            assertThat(files.read(KEY, minute(0), minute(50))).isEqualTo(each(0, 50));
        }
    }

    @Test
    void losesNothingWhenItIsInterruptedWhileItAsks() {
        try (FileCandleStore files = FileCandleStore.open(folder)) {
            market.onAsk(() -> {
                if (market.asked().size() == 3) {
                    Thread.currentThread().interrupt();
                }
            });
            CandleDownload download = new CandleDownload(market, files, clock).window(10);

            assertRefused(CoreError.CANCELLED, () -> download.run(KEY, minute(0), minute(50)), "after 2 windows");
            assertThat(Thread.interrupted()).isTrue();

            market.onAsk(() -> {});
            download.run(KEY, minute(0), minute(50));
            assertThat(files.read(KEY, minute(0), minute(50))).isEqualTo(each(0, 50));
        }
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() {
        market.answerWith(each(5, 15));
        assertRefused(
                CandleError.WRONG_ANSWER,
                () -> download().run(KEY, minute(0), minute(10)),
                minutes(0, 10).toString(),
                minute(10) + " is not in the range");

        market.answerWith(CandleSeries.of(Instrument.of("BTC/USD"), Timeframe.M5, List.of()));
        assertRefused(
                CandleError.WRONG_ANSWER, () -> download().run(KEY, minute(0), minute(10)), "they are BTC/USD M5");
        assertThat(store.covered(KEY)).isEqualTo(Coverage.NONE);
    }

    @Test
    void asksForTheSideThatIsWanted() {
        download().run(KEY.withSide(PriceSide.BID), minute(0), minute(10));
        assertThat(market.sidesAsked()).containsExactly(PriceSide.BID);

        assertRefused(
                CoreError.BAD_CONFIGURATION,
                () -> download().run(KEY.withSide(PriceSide.MID), minute(0), minute(10)),
                "has candles of [LAST, BID] only");
    }

    @Test
    void replacesWhatIsKnownWhenAsked() {
        store.write(KEY, minutes(0, 10), Prices.series(List.of()));

        download().replacing(true).run(KEY, minute(0), minute(20));

        assertThat(store.read(KEY, minute(0), minute(20))).isEqualTo(each(0, 20));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> download().window(0)).hasMessageContaining("window 0 must be");
        assertThatThrownBy(() -> download().tries(0)).hasMessageContaining("tries 0 must be");
        assertThatThrownBy(() -> download().settling(Duration.ofSeconds(-1))).hasMessageContaining("must not be");
        assertThatThrownBy(() -> download().run(KEY, minute(1), minute(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
    }
}
