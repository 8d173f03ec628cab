package io.tradetracker.indicators.candlestick;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.Markets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every signal of every pattern at every candle is that of TA-Lib. */
final class CandlestickOracleTest {
    private static final Set<CandlestickPattern> ALL = EnumSet.allOf(CandlestickPattern.class);
    private static final int REPEATS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsTaLibOnPricesInEighths(long seed) {
        assertEqual(Prices.random(seed, 30_000, Prices.EIGHTHS));
    }

    @Tag("evidence")
    @Test
    void equalsTaLibOnMillionsOfCandlesInEighths() {
        for (long seed = 1; seed <= 30; seed++) {
            assertEqual(Prices.random(seed, 100_000, Prices.EIGHTHS));
            for (CandlestickPattern pattern : PatternTemplates.patterns()) {
                assertEqual(new PatternTemplates(seed).candles(pattern, REPEATS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void equalsTaLibOnWalksTrendsFlatGappyAndSpikyMarkets(long seed) {
        Markets.seeded(seed)
                .withTicksPerUnit(Prices.EIGHTHS)
                .all(3_000)
                .map(Prices::of)
                .forEach(CandlestickOracleTest::assertEqual);
    }

    @Test
    void equalsTaLibWhereverTheDataBegins() {
        Prices prices = Prices.random(4, 400, Prices.EIGHTHS);
        for (int from = 0; from < 300; from++) {
            assertEqual(prices.part(from, from + 20));
        }
    }

    @Test
    void everyPatternShowsInEveryDirectionItCan() {
        Tally tally = new Tally();
        LongStream.rangeClosed(1, 2)
                .mapToObj(seed -> Prices.random(seed, 50_000, Prices.EIGHTHS))
                .forEach(prices -> assertEqual(prices, tally));
        for (CandlestickPattern pattern : PatternTemplates.patterns()) {
            assertEqual(new PatternTemplates(7).candles(pattern, REPEATS), tally);
        }

        assertThat(tally.faults()).isEmpty();
    }

    @Test
    void drawnPatternsShowOften() {
        for (CandlestickPattern pattern : PatternTemplates.patterns()) {
            Tally tally = new Tally();
            assertEqual(new PatternTemplates(8).candles(pattern, REPEATS), tally);

            int least = REPEATS / 20;
            if (pattern.signals().canBePositive()) {
                assertThat(tally.positive(pattern)).as(pattern.id() + " up").isGreaterThan(least);
            }
            if (pattern.signals().canBeNegative()) {
                assertThat(tally.negative(pattern)).as(pattern.id() + " down").isGreaterThan(least);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.625, 1.5})
    void equalsTaLibWithAnotherPenetration(double penetration) {
        Map<CandlestickPattern, Double> penetrations = new EnumMap<>(CandlestickPattern.class);
        ALL.stream()
                .filter(pattern -> !Double.isNaN(pattern.penetration()))
                .forEach(pattern -> penetrations.put(pattern, penetration));
        Prices prices = Prices.random(5, 30_000, Prices.EIGHTHS);
        TaLibPatterns taLib = new TaLibPatterns(prices);

        int[][] actual = prices.signals(new CandlestickScan(ALL, penetrations), ALL);

        assertThat(penetrations).hasSize(7);
        penetrations.forEach((pattern, share) ->
                assertThat(actual[pattern.index()]).as(pattern.id()).isEqualTo(taLib.signals(pattern, share)));
    }

    @ParameterizedTest
    @MethodSource("lookbacks")
    void beginsWhereTaLibBegins(CandlestickPattern pattern) {
        TaLibPatterns taLib = new TaLibPatterns(Prices.empty("flat", 40));

        assertThat(pattern.lookback()).isEqualTo(taLib.read(pattern, pattern.penetration(), new int[40]));
    }

    static Stream<CandlestickPattern> lookbacks() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void differsFromTaLibOnDecimalsOnlyWhereRoundingDecides(Prices prices) {
        assertThat(differencesByRounding(prices)).isLessThanOrEqualTo(few(prices.size()));
    }

    static Stream<Prices> decimals() {
        return Stream.concat(
                PriceFiles.all(),
                Stream.of(Prices.random(11, 20_000, Prices.CENTS), Prices.random(14, 100_000, Prices.CENTS)));
    }

    @Tag("evidence")
    @Test
    void differsOnMillionsOfDecimalsOnlyWhereRoundingDecides() {
        int differences = 0;
        for (long seed = 11; seed <= 20; seed++) {
            differences += differencesByRounding(Prices.random(seed, 100_000, Prices.CENTS));
            differences += differencesByRounding(Prices.random(seed, 100_000, 10_000));
        }
        System.out.printf("candlestick patterns: %d differences in 2,000,000 decimal candles%n", differences);

        assertThat(differences).isBetween(1, few(2_000_000));
    }

    /** One signal in ten thousand. TA-Lib carries sums along, so where shadows are 0 for long, theirs is 1e-17. */
    private static int few(int candles) {
        return ALL.size() * candles / 10_000;
    }

    private static int differencesByRounding(Prices prices) {
        TaLibPatterns taLib = new TaLibPatterns(prices);
        int[][] actual = prices.signals(ALL);
        int differences = 0;
        for (CandlestickPattern pattern : ALL) {
            int[] expected = taLib.signals(pattern);
            for (int i = 0; i < prices.size(); i++) {
                int ours = actual[pattern.index()][i];
                if (ours != expected[i]) {
                    differences++;
                    assertThat(signalsAround(prices, pattern, i))
                            .as("%s at candle %d when prices move by a billionth", pattern.id(), i)
                            .contains(ours, expected[i]);
                }
            }
        }
        return differences;
    }

    /** What TA-Lib says at a candle when the prices of the last candles are moved by up to a billionth. */
    private static Set<Integer> signalsAround(Prices prices, CandlestickPattern pattern, int at) {
        Random random = new Random(at);
        Set<Integer> signals = new TreeSet<>();
        for (int attempt = 0; attempt < 100; attempt++) {
            Prices near = prices.part(Math.max(0, at - 40), at + 1)
                    .each(price -> price + (random.nextDouble() - 0.5) * 2e-9 * Math.abs(price));
            signals.add(new TaLibPatterns(near).signals(pattern)[near.size() - 1]);
        }
        return signals;
    }

    private static void assertEqual(Prices prices) {
        assertEqual(prices, new Tally());
    }

    private static void assertEqual(Prices prices, Tally tally) {
        TaLibPatterns taLib = new TaLibPatterns(prices);
        int[][] actual = prices.signals(ALL);
        for (CandlestickPattern pattern : ALL) {
            assertThat(actual[pattern.index()])
                    .as("%s of %s", pattern.id(), prices)
                    .isEqualTo(taLib.signals(pattern));
            tally.add(pattern, actual[pattern.index()]);
        }
    }
}
