package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.Markets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A crossing compares two means, so a mean must not depend on what was summed before, and means of decimals that are
 * equal must be equal doubles.
 */
final class SmaExactnessTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 20, 50, 100, 200, 511})
    void isTheExactMeanRoundedOnRealPrices(int period) {
        double[] closes = Samples.closes(Samples.sp500());

        double[] means = Recording.ofCloses(closes, in -> in.sma(CLOSE, period));

        for (int i = period - 1; i < closes.length; i++) {
            assertThat(means[i]).as("mean at candle " + (i + 1)).isEqualTo(decimalMean(closes, i, period));
        }
    }

    @Test
    void comparesATieOfDifferentLengthsAsEqual() {
        double[] closes = {0.9, 1.2, 0.6, 0.7, 0.6, 0.6, 0.6};

        double[] fast = Recording.ofCloses(closes, in -> in.sma(CLOSE, 2));
        double[] slow = Recording.ofCloses(closes, in -> in.sma(CLOSE, 3));

        assertThat(fast[2]).isEqualTo(0.9).isEqualTo(slow[2]);
        assertThat(fast[3]).isLessThan(slow[3]);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1",
        "0.05, 12.3",
        "0.01, 831.08",
        "0.00001, 1.10250",
        "0.125, 99.875",
        "0.25, 123456789.25",
        "1, 5",
        "0.00000001, 0.00000321"
    })
    void isTheMeanOfTheDecimalsForEveryTick(BigDecimal tick, BigDecimal first) {
        for (long seed = 1; seed <= 4; seed++) {
            double[] closes = walk(tick, first, seed);
            for (int period : new int[] {1, 2, 3, 7, 30, 199}) {
                double[] means = Recording.ofCloses(closes, in -> in.sma(CLOSE, period));
                for (int i = period - 1; i < closes.length; i++) {
                    assertThat(means[i])
                            .as("mean " + i + " of " + period + ", tick " + tick + ", seed " + seed)
                            .isEqualTo(decimalMean(closes, i, period));
                }
            }
        }
    }

    /** Few distinct prices, so that ties are many. */
    private static double[] walk(BigDecimal tick, BigDecimal first, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 1_000)
                .mapToObj(i -> first.add(tick.multiply(BigDecimal.valueOf(random.nextInt(30)))))
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    @Test
    void goesBackToDecimalsWhenAnythingElseHasLeftTheWindow() {
        double[] closes = walk(new BigDecimal("0.01"), BigDecimal.TEN, 5);
        for (int i = 0; i < closes.length; i += 50) {
            closes[i] = i % 100 == 0 ? Math.PI : 1e-7;
        }
        closes[333] = 1e14;

        double[] means = Recording.ofCloses(closes, in -> in.sma(CLOSE, 10));

        for (int i = 10; i < closes.length; i++) {
            boolean decimals = i % 50 >= 10 && (i < 333 || i > 363);
            assertThat(ulpsBetween(means[i], decimalMean(closes, i, 10)))
                    .as("ulps at " + i)
                    .isLessThanOrEqualTo(decimals ? 0 : 1);
        }
    }

    @Test
    void forgetsASumThatWasTooLargeToBeExact() {
        WindowMean window = new WindowMean(4);
        double[] values = {9e14, 9.1e14, 9.2e14, 9.3e14, 9e14 - 3, 9e14 - 7, 1, 2, 3, 4.25, 5, 6};
        double mean = Double.NaN;
        for (double value : values) {
            mean = window.next(value);
        }

        assertThat(mean).isEqualTo(decimalMean(values, values.length - 1, 4));
    }

    @Test
    void doesNotDriftOverMillionsOfCandles() {
        int period = 30;
        WindowMean window = new WindowMean(period);
        double[] closes = Samples.closes(Markets.seeded(11).randomWalk(200_000));

        double mean = Double.NaN;
        for (int round = 0; round < 20; round++) {
            for (double close : closes) {
                mean = window.next(close);
            }
        }

        assertThat(mean).isEqualTo(decimalMean(closes, closes.length - 1, period));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isExactForValuesOfAnySizeAndSign(long seed) {
        Random random = new Random(seed);
        double[] values = DoubleStream.generate(() -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8)))
                .limit(5_000)
                .toArray();

        double[] means = Recording.ofCloses(values, in -> in.sma(CLOSE, 17));

        for (int i = 16; i < values.length; i++) {
            assertThat(ulpsBetween(means[i], exactMean(values, i, 17)))
                    .as("ulps at " + i + ", seed " + seed)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void forgetsHugeValuesThatLeftTheWindow() {
        double[] values = new Random(4)
                .doubles(40)
                .map(value -> Math.rint(100 * value) / 100)
                .toArray();
        values[7] = 1e30;
        values[9] = 1e14;

        double[] means = Recording.ofCloses(values, in -> in.sma(CLOSE, 10));

        assertThat(means[39]).isEqualTo(decimalMean(values, 39, 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.1, 1455.22, 1e-9, 3})
    void isThePriceItselfWhenThePriceStandsStill(double price) {
        double[] values = new double[300];
        Arrays.fill(values, price);

        for (int period = 1; period <= 300; period++) {
            int used = period;
            assertThat(Recording.ofCloses(values, in -> in.sma(CLOSE, used))[299])
                    .isEqualTo(price);
        }
    }

    private static double decimalMean(double[] values, int last, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            sum = sum.add(BigDecimal.valueOf(values[i]));
        }
        return sum.divide(BigDecimal.valueOf(period), new MathContext(60)).doubleValue();
    }

    private static double exactMean(double[] values, int last, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        return sum.divide(BigDecimal.valueOf(period), new MathContext(60)).doubleValue();
    }

    private static double ulpsBetween(double actual, double expected) {
        return Math.abs(actual - expected) / Math.ulp(expected);
    }
}
