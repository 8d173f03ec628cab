package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BollingerTest {
    private static final int PERIOD = 20;

    static Stream<CandleSeries> series() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("series")
    void deviationEqualsTheTwoPassFormula(CandleSeries series) {
        assertDeviations(Samples.closes(series), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void deviationSurvivesAPriceABillionTimesAsLarge(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(2_000)
                .map(noise -> 1e9 + Math.rint(noise * 1024) / 1024)
                .toArray();

        assertDeviations(values, 1e-9);
    }

    @Test
    void hasNoWidthWhenThePriceStandsStill() {
        double[] closes = new double[100];
        Arrays.fill(closes, 0, 30, 1113.5);
        Arrays.fill(closes, 30, 100, 1113.01);

        double[] upper =
                Recording.ofCloses(closes, in -> in.bollinger(CLOSE, PERIOD, 2).upper());

        assertThat(Arrays.copyOfRange(upper, 49, 100)).containsOnly(1113.01);
        assertThat(upper[48]).isGreaterThan(1113.01);
    }

    @Test
    void middleIsTheSimpleMeanBitForBit() {
        List<double[]> values = Recording.ofAll(Samples.bitcoin(), in -> {
            Bands bands = in.bollinger(CLOSE, PERIOD, 2);
            return List.of(bands.middle(), in.sma(CLOSE, PERIOD));
        });

        assertThat(values.get(0)).isEqualTo(values.get(1));
    }

    @Test
    void bandsAreAsFarAboveAsBelow() {
        List<double[]> values = Recording.ofAll(Samples.sp500(), in -> {
            Bands bands = in.bollinger(CLOSE, PERIOD, 2.5);
            return List.of(bands.upper(), bands.middle(), bands.lower());
        });

        for (int i = PERIOD - 1; i < values.getFirst().length; i++) {
            double above = values.get(0)[i] - values.get(1)[i];
            assertThat(values.get(1)[i] - values.get(2)[i]).isPositive().isCloseTo(above, within(1e-9));
        }
    }

    private static void assertDeviations(double[] values, double relative) {
        WindowDeviation window = new WindowDeviation(PERIOD);
        for (int i = 0; i < values.length; i++) {
            window.add(values[i]);
            if (i >= PERIOD - 1) {
                double expected = twoPass(Arrays.copyOfRange(values, i - PERIOD + 1, i + 1));
                assertThat(window.deviation())
                        .as("deviation at candle " + (i + 1))
                        .isCloseTo(expected, within(relative * expected));
            }
        }
    }

    private static double twoPass(double[] window) {
        double base = window[0];
        double mean = Arrays.stream(window).map(value -> value - base).average().orElseThrow();
        double squares = Arrays.stream(window)
                .map(value -> value - base - mean)
                .map(distance -> distance * distance)
                .sum();
        return Math.sqrt(squares / window.length);
    }
}
