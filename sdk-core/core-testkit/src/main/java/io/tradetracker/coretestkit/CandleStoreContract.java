package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.Coverage;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What {@link CandleStore} must do. Extend it in a test, once for each implementation. */
public abstract class CandleStoreContract {
    private static final CandleKey KEY = CandleKey.of("capital-demo", "BTC/USD", Timeframe.M1);
    private static final Instant START = Instant.parse("2024-03-04T10:00:00Z");

    /** For subclasses. */
    protected CandleStoreContract() {}

    /** {@return the store of this test, empty at first; the same one each time} */
    protected abstract CandleStore store();

    /** {@return the store of this test, closed and opened again; one that ends with its process is the same} */
    protected abstract CandleStore reopened();

    /** {@return the moment so many minutes after the start} */
    private static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    private static TimeRange minutes(int from, int to) {
        return new TimeRange(minute(from), minute(to));
    }

    private static Candle candle(int minute, double price) {
        return new Candle(minute(minute), price, price + 1, price - 1, price + 0.5, 3);
    }

    private static CandleSeries series(Candle... candles) {
        return CandleSeries.of(Instrument.of("BTC/USD"), Timeframe.M1, List.of(candles));
    }

    private static CandleSeries each(int from, int to) {
        List<Candle> candles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            candles.add(candle(i, 100 + i));
        }
        return series(candles.toArray(Candle[]::new));
    }

    private CandleSeries read(int from, int to) {
        return store().read(KEY, minute(from), minute(to));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    @Test
    void givesBackWhatWasWritten() {
        store().write(KEY, minutes(0, 5), each(0, 5));

        assertThat(read(0, 5)).isEqualTo(each(0, 5));
        assertThat(read(2, 4)).isEqualTo(each(2, 4));
        assertThat(reopened().read(KEY, minute(0), minute(5))).isEqualTo(each(0, 5));
    }

    @Test
    void tellsNothingTradedFromNothingKnown() {
        store().write(KEY, minutes(0, 10), series(candle(1, 5), candle(7, 6)));

        assertThat(read(2, 7)).isEqualTo(series());
        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 10))));
        assertRefused(
                CandleError.NOT_COVERED,
                () -> read(5, 12),
                "capital-demo BTC/USD M1 LAST",
                minutes(10, 12).toString(),
                minutes(0, 10).toString());
    }

    @Test
    void knowsNothingOfAKeyThatWasNeverWritten() {
        store().write(KEY, minutes(0, 1), each(0, 1));
        CandleKey other = KEY.withSide(PriceSide.BID);

        assertThat(store().covered(other)).isEqualTo(Coverage.NONE);
        assertRefused(
                CandleError.NOT_COVERED,
                () -> store().read(other, minute(0), minute(1)),
                "there is nothing",
                "BTC/USD M1 BID");
        assertThat(store().list()).hasSize(1);
    }

    @Test
    void keepsAnAnswerWithoutCandles() {
        store().write(KEY, minutes(0, 60), series());

        assertThat(read(0, 60)).isEqualTo(series());
        assertThat(store().list())
                .containsExactly(
                        new StoredCandles(KEY, Instrument.of("BTC/USD"), Coverage.of(List.of(minutes(0, 60))), 0));
    }

    @Test
    void changesNothingWhenTheSameIsWrittenAgain() {
        store().write(KEY, minutes(0, 5), each(0, 5));
        List<StoredCandles> before = store().list();

        store().write(KEY, minutes(0, 5), each(0, 5));
        store().write(KEY, minutes(1, 3), each(1, 3));

        assertThat(store().list()).isEqualTo(before);
        assertThat(read(0, 5)).isEqualTo(each(0, 5));
    }

    @Test
    void joinsWindowsThatTouchOrOverlap() {
        store().write(KEY, minutes(10, 20), each(10, 20));
        store().write(KEY, minutes(0, 5), each(0, 5));
        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 5), minutes(10, 20))));

        store().write(KEY, minutes(3, 12), each(3, 12));

        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 20))));
        assertThat(read(0, 20)).isEqualTo(each(0, 20));
        assertThat(reopened().read(KEY, minute(0), minute(20))).isEqualTo(each(0, 20));
    }

    @Test
    void refusesAnotherCandleForAKnownTimeAndNamesBoth() {
        store().write(KEY, minutes(0, 5), each(0, 5));

        assertRefused(
                CandleError.DIFFERENT_CANDLE,
                () -> store().write(KEY, minutes(4, 7), series(candle(4, 77), candle(5, 1))),
                minute(4).toString(),
                "known is open 104.0",
                "given is open 77.0",
                "replace");
        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 5))));
        assertThat(read(0, 5)).isEqualTo(each(0, 5));
    }

    @Test
    void refusesACandleWhereNothingTradedAndNoneWhereSomethingDid() {
        store().write(KEY, minutes(0, 3), series(candle(1, 5)));

        assertRefused(
                CandleError.DIFFERENT_CANDLE,
                () -> store().write(KEY, minutes(0, 3), series(candle(0, 9), candle(1, 5))),
                minute(0).toString(),
                "known is no candle");
        assertRefused(
                CandleError.DIFFERENT_CANDLE,
                () -> store().write(KEY, minutes(0, 3), series()),
                minute(1).toString(),
                "given is no candle");
        assertRefused(
                CandleError.DIFFERENT_CANDLE,
                () -> store().write(KEY, minutes(0, 3), series(candle(1, 5), candle(2, 9))),
                minute(2).toString());
    }

    @Test
    void replacesWhatIsKnownWhenAsked() {
        store().write(KEY, minutes(0, 10), each(0, 10));

        store().replace(KEY, minutes(4, 6), series(candle(5, 77)));
        store().replace(KEY, minutes(8, 12), series(candle(11, 78)));

        CandleSeries expected = series(
                candle(0, 100),
                candle(1, 101),
                candle(2, 102),
                candle(3, 103),
                candle(5, 77),
                candle(6, 106),
                candle(7, 107),
                candle(11, 78));
        assertThat(read(0, 12)).isEqualTo(expected);
        assertThat(store().list().getFirst().count()).isEqualTo(8);
        assertThat(reopened().read(KEY, minute(0), minute(12))).isEqualTo(expected);
    }

    @Test
    void keepsEachBitOfANumber() {
        double tiny = Double.MIN_VALUE;
        double odd = Math.nextUp(0.1);
        CandleSeries candles = series(
                new Candle(minute(0), 0.0, 0.0, -0.0, -0.0, 0.0),
                new Candle(minute(1), tiny, 1 / 3.0, -Double.MAX_VALUE, odd, 1e-300),
                new Candle(minute(2), 1, Double.MAX_VALUE, 1, Math.nextDown(1e22), Double.MIN_NORMAL));
        store().write(KEY, minutes(0, 3), candles);

        CandleSeries back = reopened().read(KEY, minute(0), minute(3));

        assertThat(back).isEqualTo(candles);
        assertThat(Double.doubleToRawLongBits(back.low(0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertRefused(
                CandleError.DIFFERENT_CANDLE,
                () -> store().write(KEY, minutes(0, 1), series(new Candle(minute(0), 0.0, 0.0, 0.0, -0.0, 0.0))),
                "low -0.0");
    }

    @Test
    void keepsTheRulesOfTheInstrumentThatCameLast() {
        Instrument first = Instrument.of("BTC/USD");
        Instrument later = new Instrument(
                InstrumentId.of("BTC/USD"),
                CurrencyCode.EUR,
                new InstrumentRules(
                        new BigDecimal("0.50"), new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("1E+3")),
                new BigDecimal("5.00"));
        store().write(KEY, minutes(0, 1), CandleSeries.of(first, Timeframe.M1, List.of()));
        store().write(KEY, minutes(0, 1), CandleSeries.of(later, Timeframe.M1, List.of()));

        assertThat(read(0, 1).instrument()).isEqualTo(later);
        assertThat(reopened().list().getFirst().instrument()).isEqualTo(later);
    }

    @Test
    void keepsKeysApart() {
        List<CandleKey> keys = List.of(
                KEY,
                KEY.withSide(PriceSide.BID),
                KEY.withSide(PriceSide.ASK),
                KEY.withTimeframe(Timeframe.M5),
                CandleKey.of("capital-live", "BTC/USD", Timeframe.M1),
                CandleKey.of("capital-demo", "BTC:USD", Timeframe.M1),
                CandleKey.of("capital-demo", "BTC.USD", Timeframe.M1),
                CandleKey.of("capital-demo", "btc/usd", Timeframe.M1),
                CandleKey.of("capital-demo", "..", Timeframe.M1),
                CandleKey.of("capital-demo", "x".repeat(40), Timeframe.M1));
        for (int i = 0; i < keys.size(); i++) {
            store().write(keys.get(i), minutes(0, 5), one(keys.get(i), i));
        }

        CandleStore again = reopened();

        assertThat(again.list().stream().map(StoredCandles::key))
                .containsExactlyElementsOf(keys.stream().sorted().toList());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(again.read(keys.get(i), minute(0), minute(5))).isEqualTo(one(keys.get(i), i));
        }
    }

    private static CandleSeries one(CandleKey key, int price) {
        return CandleSeries.of(Instrument.of(key.instrument().value()), key.timeframe(), List.of(candle(0, price)));
    }

    @Test
    void takesARangeForTheOpenTimesInIt() {
        Instant half = minute(0).plusSeconds(30);
        store().write(KEY, new TimeRange(half, minute(3).plusNanos(1)), each(1, 4));

        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(1, 4))));
        assertThat(store().read(KEY, half, minute(2).plusSeconds(1))).isEqualTo(each(1, 3));
        assertThat(store().read(KEY, half, half.plusSeconds(1))).isEqualTo(series());
        assertThatThrownBy(() -> store().read(KEY, half, half)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCandlesThatDoNotFit() {
        store().write(KEY, minutes(0, 1), each(0, 1));

        assertRefused(
                CandleError.WRONG_CANDLES,
                () -> store().write(KEY, minutes(1, 5), each(1, 6)),
                minute(5).toString(),
                "not in the range");
        assertRefused(
                CandleError.WRONG_CANDLES,
                () -> store().write(
                                KEY, minutes(1, 5), series(new Candle(minute(2).plusSeconds(1), 1, 1, 1, 1, 1))),
                "is no open time of a M1 candle");
        assertRefused(
                CandleError.WRONG_CANDLES,
                () -> store().write(KEY.withTimeframe(Timeframe.M5), minutes(0, 5), each(0, 1)),
                "they are BTC/USD M1");
        assertRefused(
                CandleError.WRONG_CANDLES,
                () -> store().write(CandleKey.of("x", "ETH/USD", Timeframe.M1), minutes(0, 5), each(0, 1)),
                "they are BTC/USD M1");
        assertThat(store().list()).hasSize(1);
        assertThat(store().covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 1))));
    }

    @Test
    void cannotBeGivenWhatIsNoCandle() {
        CandleSeries.Builder builder =
                CandleSeries.builder(Instrument.of("BTC/USD"), Timeframe.M1).add(candle(1, 5));

        assertThatThrownBy(() -> builder.add(minute(2).toEpochMilli(), 1, Double.NaN, 1, 1, 1))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> builder.add(candle(1, 5))).hasMessageContaining("not after the candle before");
        assertThatThrownBy(() -> builder.add(candle(0, 5))).hasMessageContaining("not after the candle before");
        store().write(KEY, minutes(0, 2), builder.build());
        assertThat(read(0, 2)).isEqualTo(series(candle(1, 5)));
    }

    @Test
    void letsManyThreadsWriteAndRead() throws Exception {
        List<Callable<CandleSeries>> works = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int from = 5 * i;
            works.add(() -> {
                store().write(KEY, minutes(from, from + 10), each(from, from + 10));
                return store().read(KEY, minute(from), minute(from + 10));
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int from = 0;
            for (Future<CandleSeries> done : threads.invokeAll(works)) {
                assertThat(done.get()).isEqualTo(each(from, from + 10));
                from += 5;
            }
        }

        assertThat(read(0, 65)).isEqualTo(each(0, 65));
    }

    @Test
    void givesWeeksAndDaysTheirOwnOpenTimes() {
        CandleKey weeks = KEY.withTimeframe(Timeframe.W1);
        Instant monday = Instant.parse("2024-03-04T00:00:00Z");
        CandleSeries week =
                CandleSeries.of(Instrument.of("BTC/USD"), Timeframe.W1, List.of(new Candle(monday, 1, 2, 1, 2, 1)));

        store().write(weeks, new TimeRange(monday.minusSeconds(1), monday.plus(Duration.ofDays(1))), week);

        assertThat(store().covered(weeks))
                .isEqualTo(Coverage.of(List.of(new TimeRange(monday, monday.plus(Duration.ofDays(7))))));
        assertThat(store().read(weeks, monday, monday.plusSeconds(1))).isEqualTo(week);
    }

    @Test
    void saysThatItIsClosed() {
        store().close();

        assertRefused(CandleError.STORE_FAILED, () -> store().covered(KEY), "closed");
        assertRefused(CandleError.STORE_FAILED, () -> store().list(), "closed");
        assertRefused(CandleError.STORE_FAILED, () -> store().write(KEY, minutes(0, 1), each(0, 1)), "closed");
    }
}
