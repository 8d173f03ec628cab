package io.tradetracker.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ChancesTest {
    @Test
    void countsEventsAsEveryCombinationOfThemDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 50; round++) {
            double[] chances = random.doubles(1 + random.nextInt(12), 0, 1).toArray();
            for (int count = 0; count <= chances.length; count++) {
                assertThat(Chances.atLeast(chances, count))
                        .as("%s of %s", count, Arrays.toString(chances))
                        .isCloseTo(byCombinations(chances, count), within(1e-13));
            }
        }
    }

    private static double byCombinations(double[] chances, int count) {
        double sum = 0;
        for (int happened = 0; happened < 1 << chances.length; happened++) {
            if (Integer.bitCount(happened) >= count) {
                double product = 1;
                for (int i = 0; i < chances.length; i++) {
                    product *= (happened >> i & 1) == 1 ? chances[i] : 1 - chances[i];
                }
                sum += product;
            }
        }
        return sum;
    }

    @Test
    void keepsSmallProbabilitiesOfManyEvents() {
        double[] chances = new double[2000];
        Arrays.fill(chances, 0.5);

        // the normal approximation with correction: z = 6.239, p = 2.2e-10
        assertThat(Chances.atLeast(chances, 1140)).isBetween(1.9e-10, 2.5e-10);
        assertThat(Chances.atLeast(chances, 0)).isCloseTo(1, within(1e-12));
        assertThat(Chances.atLeast(chances, 2000)).isBetween(0.0, 1e-29);
    }

    @Test
    void givesIntervalsAsWilson() {
        // (0.7 + 3.8415/40 ± 1.96 sqrt(0.21/20 + 3.8415/1600)) / (1 + 3.8415/20), by hand
        assertThat(Chances.interval(14, 20).low()).isCloseTo(0.481, within(0.0005));
        assertThat(Chances.interval(14, 20).high()).isCloseTo(0.855, within(0.0005));
        assertThat(Chances.interval(0, 10).low()).isZero();
        assertThat(Chances.interval(0, 10).high()).isCloseTo(0.2775, within(0.0005));
        assertThat(Chances.interval(10, 10).high()).isEqualTo(1);
        assertThat(Chances.interval(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void adjustsForAllThatWasTried() {
        // n = 4, sum of 1/i = 25/12: p(k) * 4 * 25/12 / k, the smallest of those that follow
        List<Double> adjusted = Chances.adjusted(List.of(0.03, 0.001, 0.9, 0.01));

        assertThat(adjusted.get(0)).isCloseTo(0.03 * 25 / 9, within(1e-12));
        assertThat(adjusted.get(1)).isCloseTo(0.001 * 25 / 3, within(1e-12));
        assertThat(adjusted.get(2)).isEqualTo(1);
        assertThat(adjusted.get(3)).isCloseTo(0.01 * 25 / 6, within(1e-12));
        assertThat(Chances.adjusted(List.of())).isEmpty();
        assertThat(Chances.adjusted(List.of(0.04))).containsExactly(0.04);
    }
}
