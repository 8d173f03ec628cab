package io.tradetracker.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Supertrend;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SupertrendTest {
    // Reckoned by hand. The comments begin with the average true range and the edges before they are held back.
    @Test
    void followsTheHandMadeTable() {
        double[][] highLowCloseLineDirection = {
            {10, 8, 9, Double.NaN, Double.NaN},
            {11, 9, 10, Double.NaN, Double.NaN},
            // 2: 13, 9; begins as down
            {12, 10, 11, 13, -1},
            // 3.5: 17.5, 10.5; the close is above 13, where the upper edge stayed
            {16, 12, 15, 10.5, 1},
            // 2.75: 18.75, 13.25; the upper edge is free because the close before was above it
            {17, 15, 16, 13.25, 1},
            // 2.375: 17.375, 12.625; the lower edge does not fall
            {16, 14, 14, 13.25, 1},
            // 2.6875: 15.1875, 9.8125; the close is below 13.25
            {14, 11, 12, 15.1875, -1},
            // 2.34375: 14.34375, 9.65625
            {13, 11, 12, 14.34375, -1},
            // 2.671875: 16.671875, 11.328125; the upper edge does not rise
            {15, 13, 14, 14.34375, -1},
            // 2.8359375: 18.3359375, 12.6640625
            {17, 14, 16.5, 12.6640625, 1},
            // 3.3359375: 17.91796875, 11.24609375; a close on the line does not turn the trend
            {16.5, 12.6640625, 12.6640625, 12.6640625, 1},
        };
        CandleWindow window = new CandleWindow(Timeframe.D1);
        IndicatorPipeline pipeline = new IndicatorPipeline(window);
        Supertrend supertrend = pipeline.supertrend(2, 1);
        pipeline.seal();

        for (double[] row : highLowCloseLineDirection) {
            window.push(0, row[2], row[0], row[1], row[2], 0);
            pipeline.update();

            assertThat(new double[] {
                        supertrend.line().value(), supertrend.direction().value()
                    })
                    .as("after close " + row[2])
                    .containsExactly(row[3], row[4]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysOnItsSideOfTheCloseAndMovesOneWayOnly(long seed) {
        CandleSeries series = Markets.seeded(seed).randomWalk(3_000);

        List<double[]> values = Recording.ofAll(series, in -> {
            Supertrend supertrend = in.supertrend(10, 3);
            return List.of(supertrend.line(), supertrend.direction());
        });

        int turns = 0;
        for (int i = 11; i < series.size(); i++) {
            double direction = values.get(1)[i];
            double line = values.get(0)[i];
            String where = "seed " + seed + ", candle " + i;
            assertThat(direction * (series.close(i) - line) >= 0).as(where).isTrue();
            if (direction == values.get(1)[i - 1]) {
                assertThat(direction * (line - values.get(0)[i - 1]) >= 0)
                        .as(where)
                        .isTrue();
            } else {
                turns++;
            }
        }
        assertThat(turns).as("seed " + seed).isPositive();
    }

    @Test
    void beginsAsDownAlsoWhenTheFirstCloseIsAboveTheUpperEdge() {
        CandleWindow window = new CandleWindow(Timeframe.D1);
        IndicatorPipeline pipeline = new IndicatorPipeline(window);
        Supertrend supertrend = pipeline.supertrend(1, 0);
        pipeline.seal();

        for (int i = 0; i < 3; i++) {
            window.push(i, 8, 12, 8, 12, 0);
            pipeline.update();
        }

        assertThat(supertrend.direction().value(1)).isEqualTo(-1);
        assertThat(supertrend.direction().value(0)).isEqualTo(1);
    }

    @Test
    void staysDownWhenThePriceStandsStill() {
        double[] direction = Recording.of(
                Markets.seeded(1).flat(50), in -> in.supertrend(3, 2).direction());

        assertThat(direction).startsWith(Double.NaN, Double.NaN, Double.NaN, -1).endsWith(-1);
    }
}
