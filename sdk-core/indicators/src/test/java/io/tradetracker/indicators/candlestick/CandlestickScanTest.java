package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.DOJI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.ENGULFING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HAMMER;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HIKKAKE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MAT_HOLD;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MORNING_STAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.testkit.Markets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CandlestickScanTest {
    private static final Set<CandlestickPattern> ALL = EnumSet.allOf(CandlestickPattern.class);

    /** More candles than anything looks back. */
    private static final int MEMORY = 25;

    private final CandlestickScan scan = new CandlestickScan(ALL);

    @ParameterizedTest
    @EnumSource
    void aPatternWatchedAloneHasTheSameSignals(CandlestickPattern pattern) {
        Prices prices = Prices.random(21, 5_000, Prices.EIGHTHS);

        assertThat(prices.signals(Set.of(pattern))[pattern.index()]).isEqualTo(prices.signals(ALL)[pattern.index()]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 14, 15, 500, 2_999})
    void laterCandlesChangeNothing(int size) {
        Prices prices = Prices.random(22, 3_000, Prices.CENTS);
        int[][] whole = prices.signals(ALL);
        int[][] prefix = prices.part(0, size).signals(ALL);

        for (CandlestickPattern pattern : ALL) {
            assertThat(whole[pattern.index()]).as(pattern.id()).startsWith(prefix[pattern.index()]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 100, 1_111})
    void whatIsOlderThanAPatternDoesNotMatter(int from) {
        Prices prices = Prices.random(23, 3_000, Prices.CENTS);
        prices.set(from - 1, 1e15, 1e16, 1, 1e15);
        int[][] whole = prices.signals(ALL);
        int[][] rest = prices.part(from, prices.size()).signals(ALL);

        for (CandlestickPattern pattern : ALL) {
            for (int i = from + MEMORY; i < prices.size(); i++) {
                assertThat(whole[pattern.index()][i])
                        .as("%s at %d", pattern.id(), i)
                        .isEqualTo(rest[pattern.index()][i - from]);
            }
        }
    }

    @Test
    void millionsOfCandlesLeaveNothingBehind() {
        Prices prices = Prices.random(24, 20_000, Prices.CENTS);
        int[][] expected = prices.signals(ALL);
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < prices.size(); i++) {
                prices.feed(scan, i);
            }
        }

        int[][] actual = prices.signals(scan, ALL);

        for (CandlestickPattern pattern : ALL) {
            for (int i = MEMORY; i < prices.size(); i++) {
                assertThat(actual[pattern.index()][i]).isEqualTo(expected[pattern.index()][i]);
            }
        }
    }

    @Test
    void strengthAndTrendAreWhatTheyAreDefinedAs() {
        Prices prices = Prices.random(25, 20_000, Prices.CENTS);
        NaiveMeasures naive = new NaiveMeasures(prices);
        List<Double> strengths = new ArrayList<>();
        List<Integer> trends = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            prices.feed(scan, i);
            for (CandlestickPattern pattern : ALL) {
                int length = scan.length(pattern);
                double strength = scan.strength(pattern);
                assertThat(length > 0).isEqualTo(scan.signal(pattern) != 0);
                assertThat(Math.abs(strength - naive.strength(i, length))).isLessThan(1e-12);
                assertThat(scan.trend(pattern)).isEqualTo(naive.trend(i, length));
                strengths.add(strength);
                trends.add(scan.trend(pattern));
            }
        }

        assertThat(strengths).allMatch(each -> each >= 0 && each <= 1).contains(1.0);
        assertThat(trends).contains(-1, 0, 1);
    }

    @Test
    void aTrendOfDecimalsThatIsLevelOnPaperIsZero() {
        CandlestickScan doji = new CandlestickScan(Set.of(DOJI));
        double[] closes = {0.9, 1.2, 0.6, 0.7, 1.1, 0.9, 0.8, 1.0, 0.9, 0.9};
        for (double close : closes) {
            doji.update(close, close + 0.1, close - 0.1, close);
        }
        doji.update(5, 6, 4, 5);

        assertThat(doji.signal(DOJI)).isEqualTo(100);
        assertThat(doji.trend(DOJI)).isZero();
        assertThat(doji.strength(DOJI)).isEqualTo(1);
    }

    @Test
    void aHikkakeIsConfirmedUpToThreeCandlesLater() {
        CandlestickScan hikkake = new CandlestickScan(Set.of(HIKKAKE));
        for (int i = 0; i < 12; i++) {
            hikkake.update(100, 110, 90, 100);
        }
        hikkake.update(100, 108, 92, 100);
        hikkake.update(95, 100, 88, 90);
        assertThat(hikkake.signal(HIKKAKE)).isEqualTo(100);
        assertThat(hikkake.length(HIKKAKE)).isEqualTo(3);
        hikkake.update(90, 100, 88, 99);
        assertThat(hikkake.signal(HIKKAKE)).isZero();
        assertThat(hikkake.length(HIKKAKE)).isZero();
        hikkake.update(99, 120, 88, 109);
        assertThat(hikkake.signal(HIKKAKE)).isEqualTo(200);
        assertThat(hikkake.length(HIKKAKE)).isEqualTo(5);
        hikkake.update(109, 121, 88, 115);
        assertThat(hikkake.signal(HIKKAKE)).isZero();
    }

    @Test
    void withoutTenCandlesBeforeItAPatternHasNoStrengthAndNoTrend() {
        CandlestickScan engulfing = new CandlestickScan(Set.of(ENGULFING));
        engulfing.update(10, 12, 9, 11);
        engulfing.update(10, 10.5, 9, 9.5);
        engulfing.update(9, 12, 8, 11);

        assertThat(engulfing.signal(ENGULFING)).isEqualTo(100);
        assertThat(engulfing.strength(ENGULFING)).isZero();
        assertThat(engulfing.trend(ENGULFING)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void startsAfreshAfterACandleThatIsNoCandle(double hole) {
        Prices prices = Prices.random(26, 4_000, Prices.EIGHTHS);
        for (int at : new int[] {5, 6, 1_000, 1_001, 1_015, 3_000}) {
            prices.open()[at] = at % 2 == 0 ? hole : prices.open()[at];
            prices.close()[at] = hole;
        }
        int[][] actual = prices.signals(ALL);

        for (int[] part : new int[][] {{0, 5}, {7, 1_000}, {1_002, 1_015}, {1_016, 3_000}, {3_001, 4_000}}) {
            TaLibPatterns taLib = new TaLibPatterns(prices.part(part[0], part[1]));
            for (CandlestickPattern pattern : ALL) {
                assertThat(actual[pattern.index()][part[1] % 4_000]).isZero();
                assertThat(Arrays.copyOfRange(actual[pattern.index()], part[0], part[1]))
                        .isEqualTo(taLib.signals(pattern));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-30, 0x1p-20, 1, 0x1p24, 0x1p40})
    void tinyAndHugePricesEqualTaLib(double factor) {
        assertEqualsTaLib(Prices.random(27, 5_000, Prices.EIGHTHS).each(price -> price * factor));
    }

    @Test
    void smallMovesOfAHugePriceEqualTaLib() {
        assertEqualsTaLib(Prices.random(28, 5_000, Prices.EIGHTHS).each(price -> price + 1e9));
    }

    @Test
    void pricesBelowZeroEqualTaLib() {
        assertEqualsTaLib(Prices.random(29, 5_000, Prices.EIGHTHS).each(price -> price - 125));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1e-8, 1455.22, 1e9})
    void pricesThatStandStillEqualTaLib(double price) {
        assertEqualsTaLib(Prices.empty("still", 200).each(zero -> price));
    }

    @Test
    void listsEveryMatchOfASeriesOldestFirst() {
        Prices prices = Prices.random(30, 3_000, Prices.EIGHTHS);
        List<CandlestickMatch> expected = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            prices.feed(scan, i);
            for (CandlestickPattern pattern : ALL) {
                if (scan.signal(pattern) != 0) {
                    expected.add(match(pattern, i));
                }
            }
        }

        assertThat(scan.list(prices.toSeries())).isEqualTo(expected).hasSizeGreaterThan(3_000);
        assertThat(scan.list(prices.toSeries())).as("again").isEqualTo(expected);
    }

    private CandlestickMatch match(CandlestickPattern pattern, int at) {
        int signal = scan.signal(pattern);
        long from = (at - scan.length(pattern) + 1) * 60_000L;
        return new CandlestickMatch(pattern, signal, scan.strength(pattern), scan.trend(pattern), from, at * 60_000L);
    }

    @Test
    void foundListsThePatternsWithASignal() {
        Prices prices = Prices.random(31, 2_000, Prices.EIGHTHS);
        for (int i = 0; i < prices.size(); i++) {
            prices.feed(scan, i);
            List<CandlestickPattern> found = new ArrayList<>();
            for (int k = 0; k < scan.count(); k++) {
                found.add(scan.found(k));
            }
            assertThat(found)
                    .isEqualTo(ALL.stream()
                            .filter(pattern -> scan.signal(pattern) != 0)
                            .toList());
        }

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scan.found(scan.count()));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scan.found(-1));
    }

    @Test
    void onlyASignalAgainstTheTrendIsAgainstTheTrend() {
        assertThat(new CandlestickMatch(HAMMER, 100, 0.5, -1, 0, 0).isAgainstTrend())
                .isTrue();
        assertThat(new CandlestickMatch(HAMMER, 100, 0.5, 1, 0, 0).isAgainstTrend())
                .isFalse();
        assertThat(new CandlestickMatch(HAMMER, 100, 0.5, 0, 0, 0).isAgainstTrend())
                .isFalse();
        assertThat(new CandlestickMatch(HIKKAKE, -200, 0.5, 1, 0, 0).isAgainstTrend())
                .isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        Set<CandlestickPattern> two = Set.of(HAMMER, MORNING_STAR);
        assertThatIllegalArgumentException().isThrownBy(() -> new CandlestickScan(Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CandlestickScan(two, Map.of(HAMMER, 0.3)))
                .withMessageContaining("hammer takes no penetration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CandlestickScan(two, Map.of(MAT_HOLD, 0.3)))
                .withMessageContaining("not watched");
        for (double penetration : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CandlestickScan(two, Map.of(MORNING_STAR, penetration)))
                    .withMessageContaining("must be finite and 0 or more");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CandlestickScan(two).signal(DOJI))
                .withMessage("candlestick pattern doji is not watched by this scan");
    }

    @Test
    void flatMarketsHaveNeitherStrengthNorTrend() {
        Prices flat = Prices.of(Markets.seeded(1).flat(100));
        for (int i = 0; i < flat.size(); i++) {
            flat.feed(scan, i);
            assertThat(scan.strength(DOJI)).isZero();
            assertThat(scan.trend(DOJI)).isZero();
        }

        assertThat(scan.signal(DOJI)).isEqualTo(100);
    }

    private static void assertEqualsTaLib(Prices prices) {
        TaLibPatterns taLib = new TaLibPatterns(prices);
        int[][] actual = prices.signals(ALL);
        for (CandlestickPattern pattern : ALL) {
            assertThat(actual[pattern.index()]).as(pattern.id()).isEqualTo(taLib.signals(pattern));
        }
    }

    /** Strength and trend straight from their definitions; the trend in exact decimals. */
    private record NaiveMeasures(Prices prices) {
        double strength(int last, int length) {
            int first = last - length + 1;
            if (length == 0 || first < 10) {
                return 0;
            }
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = first; i <= last; i++) {
                highest = Math.max(highest, prices.high()[i]);
                lowest = Math.min(lowest, prices.low()[i]);
            }
            double ranges = 0;
            for (int i = first - 10; i < first; i++) {
                ranges += prices.high()[i] - prices.low()[i];
            }
            return highest == lowest ? 0 : Math.min(1, (highest - lowest) / (2 * ranges / 10));
        }

        int trend(int last, int length) {
            int first = last - length + 1;
            if (length == 0 || first < 10) {
                return 0;
            }
            long tenCloses = 0;
            for (int i = first - 10; i < first; i++) {
                tenCloses += cents(i);
            }
            return Long.compare(10 * cents(first - 1), tenCloses);
        }

        private long cents(int i) {
            return Math.round(prices.close()[i] * 100);
        }
    }
}
