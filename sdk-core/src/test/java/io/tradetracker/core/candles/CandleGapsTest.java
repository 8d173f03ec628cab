package io.tradetracker.core.candles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CandleGapsTest {
    private static final Instrument US500 = Instrument.of("US500");
    private static final Instant MONDAY = Instant.parse("2024-02-05T00:00:00Z");

    private static TimeRange weeks(int count) {
        return new TimeRange(MONDAY, MONDAY.plus(Duration.ofDays(7L * count)));
    }

    private static CandleSeries candles(Timeframe timeframe, TimeRange range, Predicate<Instant> isOpen) {
        List<Candle> candles = new ArrayList<>();
        for (Instant time = range.from(); time.isBefore(range.to()); time = time.plus(timeframe.duration())) {
            if (isOpen.test(time)) {
                candles.add(new Candle(time, 1, 1, 1, 1, 1));
            }
        }
        return CandleSeries.of(US500, timeframe, candles);
    }

    private static boolean isWorkday(Instant time) {
        DayOfWeek day = time.atZone(ZoneOffset.UTC).getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }

    /** Opens Sunday 18:00 in New York, closes Friday 17:00, and each day for an hour from 17:00. */
    private static boolean isOpenInNewYork(Instant time) {
        ZonedDateTime there = time.atZone(ZoneId.of("America/New_York"));
        int hour = there.getHour();
        return switch (there.getDayOfWeek()) {
            case SATURDAY -> false;
            case SUNDAY -> hour >= 18;
            case FRIDAY -> hour < 17;
            default -> hour != 17;
        };
    }

    private static Map<GapKind, Long> missing(List<CandleGap> gaps) {
        return gaps.stream()
                .collect(Collectors.groupingBy(CandleGap::kind, Collectors.summingLong(CandleGap::missing)));
    }

    @Test
    void findsNothingWhereNothingIsMissing() {
        assertThat(CandleGaps.of(candles(Timeframe.H1, weeks(5), time -> true), weeks(5)))
                .isEmpty();
    }

    @Test
    void callsWeekendsRegular() {
        List<CandleGap> gaps = CandleGaps.of(candles(Timeframe.D1, weeks(6), CandleGapsTest::isWorkday), weeks(6));

        assertThat(gaps).hasSize(6).allSatisfy(gap -> {
            assertThat(gap.kind()).isEqualTo(GapKind.REGULAR);
            assertThat(gap.missing()).isEqualTo(2);
        });
        Instant saturday = Instant.parse("2024-02-10T00:00:00Z");
        assertThat(gaps.getFirst().range()).isEqualTo(new TimeRange(saturday, saturday.plus(Duration.ofDays(2))));
    }

    @Test
    void tellsAHolidayFromTheWeekendBehindIt() {
        Instant friday = Instant.parse("2024-02-23T00:00:00Z");
        TimeRange holiday = new TimeRange(friday, friday.plus(Duration.ofDays(1)));
        CandleSeries candles = candles(Timeframe.H1, weeks(6), time -> isWorkday(time) && !holiday.contains(time));

        List<CandleGap> gaps = CandleGaps.of(candles, weeks(6));

        assertThat(gaps.stream().filter(gap -> gap.kind() == GapKind.IRREGULAR))
                .containsExactly(new CandleGap(GapKind.IRREGULAR, holiday, 24));
        assertThat(gaps)
                .contains(new CandleGap(
                        GapKind.REGULAR,
                        new TimeRange(holiday.to(), holiday.to().plus(Duration.ofDays(2))),
                        48));
    }

    @Test
    void keepsWeekendsAndBreaksRegularWhereClocksChange() {
        TimeRange acrossMarch10 = weeks(9);
        List<CandleGap> gaps =
                CandleGaps.of(candles(Timeframe.M30, acrossMarch10, CandleGapsTest::isOpenInNewYork), acrossMarch10);

        assertThat(missing(gaps)).containsOnlyKeys(GapKind.REGULAR);
        assertThat(gaps)
                .anySatisfy(gap -> assertThat(gap.missing()).as("a daily break").isEqualTo(2));
    }

    @Test
    void doesNotTakeALostMonthForRegular() {
        Instant from = MONDAY.plus(Duration.ofDays(35));
        TimeRange lost = new TimeRange(from, from.plus(Duration.ofDays(35)));
        CandleSeries candles = candles(Timeframe.H1, weeks(16), time -> isWorkday(time) && !lost.contains(time));

        Map<GapKind, Long> missing = missing(CandleGaps.of(candles, weeks(16)).stream()
                .filter(gap -> lost.contains(gap.range().from()))
                .toList());

        assertThat(missing.get(GapKind.IRREGULAR)).isEqualTo(5 * 5 * 24L);
    }

    @Test
    void callsNothingRegularBeforeFourWeeksAreKnown() {
        assertThat(missing(CandleGaps.of(candles(Timeframe.H1, weeks(3), CandleGapsTest::isWorkday), weeks(3))))
                .containsOnlyKeys(GapKind.IRREGULAR);
        assertThat(missing(CandleGaps.of(candles(Timeframe.H1, weeks(4), CandleGapsTest::isWorkday), weeks(4))))
                .containsOnlyKeys(GapKind.REGULAR);
    }

    @Test
    void findsWhatIsMissingAtBothEndsAndOfAllCandles() {
        TimeRange day = new TimeRange(MONDAY, MONDAY.plus(Duration.ofDays(1)));
        Instant noon = MONDAY.plus(Duration.ofHours(12));

        List<CandleGap> gaps = CandleGaps.of(candles(Timeframe.H1, day, noon::equals), day);

        assertThat(gaps)
                .containsExactly(
                        new CandleGap(GapKind.IRREGULAR, new TimeRange(MONDAY, noon), 12),
                        new CandleGap(GapKind.IRREGULAR, new TimeRange(noon.plus(Duration.ofHours(1)), day.to()), 11));
        assertThat(CandleGaps.of(candles(Timeframe.H1, day, time -> false), day))
                .containsExactly(new CandleGap(GapKind.IRREGULAR, day, 24));
    }

    @Test
    void neverReachesIntoWhatIsNotKnown() {
        try (CandleStore store = new InMemoryCandleStore()) {
            CandleKey key = CandleKey.of("test", "US500", Timeframe.H1);
            for (int day : new int[] {0, 3}) {
                Instant from = MONDAY.plus(Duration.ofDays(day));
                TimeRange known = new TimeRange(from, from.plus(Duration.ofHours(4)));
                store.write(key, known, candles(Timeframe.H1, known, from::equals));
            }

            assertThat(CandleGaps.of(store, key)).extracting(CandleGap::missing).containsExactly(3L, 3L);
        }
    }

    @Test
    void knowsNoWeekForTimeframesThatDoNotFitIntoOne() {
        Timeframe odd = Timeframe.of(Duration.ofMinutes(11));
        TimeRange range = weeks(6).opens(odd).orElseThrow();

        assertThat(missing(CandleGaps.of(candles(odd, range, CandleGapsTest::isWorkday), range)))
                .containsOnlyKeys(GapKind.IRREGULAR);
    }
}
