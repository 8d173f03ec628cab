package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.Markets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crossing compares two means, so a mean must not depend on what was summed before. */
final class SmaExactnessTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 20, 50, 100, 200, 511})
    void isTheExactMeanRoundedOnRealPrices(int period) {
        double[] closes = Samples.closes(Samples.sp500());

        double[] means = Recording.ofCloses(closes, in -> in.sma(CLOSE, period));

        for (int i = period - 1; i < closes.length; i++) {
            assertThat(ulpsBetween(means[i], exactMean(closes, i, period)))
                    .as("ulps from the exact mean at candle " + (i + 1))
                    .isZero();
        }
    }

    @Test
    void doesNotDriftOverMillionsOfCandles() {
        int period = 30;
        WindowSum window = new WindowSum(period);
        double[] closes = Samples.closes(Markets.seeded(11).randomWalk(200_000));

        for (int round = 0; round < 20; round++) {
            for (double close : closes) {
                window.add(close);
            }
        }

        assertThat(window.mean()).isEqualTo(exactMean(closes, closes.length - 1, period));
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

        assertThat(means[39]).isEqualTo(exactMean(values, 39, 10));
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
