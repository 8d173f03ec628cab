package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.market.Timeframe;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DonchianTest {
    @Test
    void followsTheHandMadeTable() {
        double[][] highLowUpperMiddleLower = {
            {5, 3, Double.NaN, Double.NaN, Double.NaN},
            {7, 4, Double.NaN, Double.NaN, Double.NaN},
            {6, 2, 7, 4.5, 2},
            {6, 3, 7, 4.5, 2},
            {4, 1, 6, 3.5, 1},
            {8, 5, 8, 4.5, 1},
            {6, 5, 8, 4.5, 1},
            {5, 5, 8, 6.5, 5},
            {9, 6, 9, 7, 5},
        };
        CandleWindow window = new CandleWindow(Timeframe.H1);
        IndicatorPipeline pipeline = new IndicatorPipeline(window);
        Bands bands = pipeline.donchian(3);
        pipeline.seal();

        for (double[] row : highLowUpperMiddleLower) {
            window.push(0, row[0], row[0], row[1], row[1], 0);
            pipeline.update();

            assertThat(new double[] {
                        bands.upper().value(),
                        bands.middle().value(),
                        bands.lower().value()
                    })
                    .containsExactly(row[2], row[3], row[4]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 1_000})
    void extremesEqualAScanOfTheWindowAlsoWithHoles(int period) {
        Random random = new Random(period);
        double[] values = random.doubles(5_000)
                .map(value -> value < 0.002 ? Double.NaN : Math.rint(value * 50) - 25.5)
                .toArray();

        double[] highest = Recording.ofCloses(values, in -> in.highest(CLOSE, period));
        double[] lowest = Recording.ofCloses(values, in -> in.lowest(CLOSE, period));

        assertThat(highest).containsExactly(scan(values, period, 1));
        assertThat(lowest).containsExactly(scan(values, period, -1));
    }

    private static double[] scan(double[] values, int period, int sign) {
        double[] extremes = new double[values.length];
        Arrays.fill(extremes, Double.NaN);
        for (int i = period - 1; i < values.length; i++) {
            extremes[i] = extreme(Arrays.copyOfRange(values, i - period + 1, i + 1), sign);
        }
        return extremes;
    }

    private static double extreme(double[] window, int sign) {
        return sign * Arrays.stream(window).map(value -> sign * value).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }
}
