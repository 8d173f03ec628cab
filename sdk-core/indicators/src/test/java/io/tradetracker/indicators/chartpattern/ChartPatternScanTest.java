package io.tradetracker.indicators.chartpattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Allocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartPatternScanTest {
    /** Prices are eighths, so that turning them upside down is exact. */
    private static final double CENTRE = 4096;

    /** Candles of a random course with gaps. */
    private static List<double[]> walk(long seed, int size) {
        Random random = new Random(seed);
        List<double[]> candles = new ArrayList<>();
        double price = 2048;
        for (int i = 0; i < size; i++) {
            double open = price + (random.nextInt(30) == 0 ? random.nextInt(-32, 33) / 8.0 : 0);
            double close = open + Math.rint(random.nextGaussian() * 8) / 8;
            double high = Math.max(open, close) + random.nextInt(8) / 8.0;
            double low = Math.min(open, close) - random.nextInt(8) / 8.0;
            candles.add(new double[] {high, low, close});
            price = Math.clamp(close, 1024, 3072);
        }
        return candles;
    }

    private static List<Formation> scan(List<double[]> candles) {
        ChartPatternScan scan = new ChartPatternScan();
        List<Formation> found = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            double[] each = candles.get(i);
            found.addAll(scan.onCandle(i, each[0], each[1], each[2]));
        }
        return found;
    }

    @Test
    void eachPatternIsFoundInRandomCourses() {
        Set<ChartPattern> seen = EnumSet.noneOf(ChartPattern.class);
        for (int seed = 1; seed <= 300; seed++) {
            scan(walk(seed, 3000)).forEach(each -> seen.add(each.pattern()));
        }

        assertThat(seen).containsExactlyInAnyOrder(ChartPattern.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatComesLaterChangesNothingThatWasTold(long seed) {
        List<double[]> candles = walk(seed, 2500);
        List<Formation> all = scan(candles);
        assertThat(all).hasSizeGreaterThan(50);
        Random random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            int until = random.nextInt(candles.size());
            List<double[]> other = new ArrayList<>(candles.subList(0, until));
            other.addAll(walk(seed + 1000 + n, 200));

            assertThat(scan(other).stream().filter(each -> each.knownAt() < until))
                    .isEqualTo(
                            all.stream().filter(each -> each.knownAt() < until).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void pricesUpsideDownHaveThePatternsUpsideDown(long seed) {
        List<double[]> candles = walk(seed, 2500);
        List<double[]> turned = candles.stream()
                .map(each -> new double[] {CENTRE - each[1], CENTRE - each[0], CENTRE - each[2]})
                .toList();

        assertThat(scan(turned).stream().map(ChartPatternScanTest::outline).collect(Collectors.toSet()))
                .isEqualTo(
                        scan(candles).stream().map(ChartPatternScanTest::turned).collect(Collectors.toSet()));
    }

    private static String outline(Formation each) {
        return each.knownAt() + " " + each.pattern() + " "
                + each.points().stream()
                        .map(point -> point.candle() + "@" + point.price())
                        .toList();
    }

    private static String turned(Formation each) {
        return each.knownAt() + " " + turned(each.pattern()) + " "
                + each.points().stream()
                        .map(point -> point.candle() + "@" + (CENTRE - point.price()))
                        .toList();
    }

    private static ChartPattern turned(ChartPattern pattern) {
        Map<ChartPattern, ChartPattern> upright = Arrays.stream(ChartPattern.values())
                .filter(each -> Specimens.upright(each) != each)
                .collect(Collectors.toMap(Specimens::upright, each -> each));
        return upright.getOrDefault(pattern, Specimens.upright(pattern));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e6})
    void pricesInOtherUnitsHaveTheSamePatterns(double unit) {
        List<double[]> candles = walk(21, 2500);
        List<double[]> other = candles.stream()
                .map(each -> new double[] {each[0] * unit, each[1] * unit, each[2] * unit})
                .toList();

        assertThat(scan(other))
                .extracting(Formation::knownAt, Formation::pattern)
                .isEqualTo(scan(candles).stream()
                        .map(each -> tuple(each.knownAt(), each.pattern()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aPatternAloneIsFoundAsAmongAll(ChartPattern pattern) {
        List<double[]> candles = walk(31, 4000);
        ChartPatternScan alone = new ChartPatternScan(Set.of(pattern), PivotRule.usual());
        List<Formation> found = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            double[] each = candles.get(i);
            found.addAll(alone.onCandle(i, each[0], each[1], each[2]));
        }

        assertThat(found)
                .isEqualTo(scan(candles).stream()
                        .filter(each -> each.pattern() == pattern)
                        .toList());
    }

    private static List<Formation> course(IntToDoubleFunction close, double range) {
        List<double[]> candles = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double price = close.applyAsDouble(i);
            double before = i == 0 ? price : close.applyAsDouble(i - 1);
            candles.add(new double[] {Math.max(price, before) + range, Math.min(price, before) - range, price});
        }
        return scan(candles);
    }

    @Test
    void thereIsNoneInATrendThatNeverTurnsNorInPricesThatStay() {
        assertThat(course(i -> 100 + i, 0.5)).isEmpty();
        assertThat(course(i -> 5000 - i, 0)).isEmpty();
        assertThat(course(i -> 100 * Math.exp(i * 0.01), 0.2)).isEmpty();
        assertThat(course(i -> 100 * Math.exp(-i * 0.001), 0.001)).isEmpty();
        assertThat(course(i -> 100, 0)).isEmpty();
        assertThat(course(i -> 100, 1)).isEmpty();
        assertThat(course(i -> 1e-9, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itsPointsAndPricesFitTogether(ChartPattern pattern) {
        for (long seed = 1; seed <= 30; seed++) {
            for (Formation each :
                    ChartPatternScan.of(Specimens.of(pattern, seed, 0.25).candles())) {
                assertThat(each.confidence()).isBetween(0.0, 1.0);
                assertThat(each.direction()).isEqualTo(each.pattern().direction());
                assertThat(each.points()).isSortedAccordingTo((a, b) -> Integer.compare(a.candle(), b.candle()));
                int way = each.direction() == 0 ? 1 : each.direction();
                if (!Double.isNaN(each.target()) && !Double.isNaN(each.invalidation())) {
                    assertThat((each.target() - each.invalidation()) * way)
                            .as(each.toString())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void aPercentRuleFindsPivotsToo() {
        ChartPatternScan scan = new ChartPatternScan(EnumSet.allOf(ChartPattern.class), new PivotRule.Percent(0.5));
        List<double[]> candles = walk(41, 3000);
        int found = 0;
        for (int i = 0; i < candles.size(); i++) {
            double[] each = candles.get(i);
            found += scan.onCandle(i, each[0], each[1], each[2]).size();
        }

        assertThat(found).isPositive();
        assertThatThrownBy(() -> new PivotRule.Percent(0)).hasMessageContaining("above 0, to 50");
        assertThatThrownBy(() -> new PivotRule.Atr(Double.NaN)).hasMessageContaining("0.5 to 20");
    }

    @Test
    void aCandleThatMakesNoSenseIsRefusedAndChangesNothing() {
        ChartPatternScan scan = new ChartPatternScan();
        scan.onCandle(5, 3, 1, 2);

        assertThatThrownBy(() -> scan.onCandle(6, 1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scan.onCandle(6, Double.NaN, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scan.onCandle(6, Double.POSITIVE_INFINITY, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scan.onCandle(5, 3, 1, 2)).hasMessageContaining("must come after");
        assertThat(scan.onCandle(6, 3, 1, 2)).isEmpty();
    }

    @Test
    void candlesWithoutAPivotAllocateNothing() {
        ChartPatternScan scan = new ChartPatternScan();
        int[] number = {0};

        long allocated = Allocation.leastBytes(10, () -> {
            for (int i = 0; i < 10_000; i++) {
                int n = number[0]++;
                double price = 100 + (n % 3) * 0.1;
                scan.onCandle(n, price + 1, price - 1, price);
            }
        });

        assertThat(allocated).isLessThan(100);
    }

    @Test
    void aSeriesWithoutCandlesHasNoPatterns() {
        CandleSeries empty =
                CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1).build();

        assertThat(ChartPatternScan.of(empty)).isEmpty();
        assertThat(ChartPattern.find("Double-Top")).contains(ChartPattern.DOUBLE_TOP);
        assertThat(ChartPattern.find("nothing")).isEmpty();
    }
}
