package io.tradetracker.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EquityCurveTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void figuresEqualThoseOfTheDefinition(long seed) {
        Random random = new Random(seed);
        CandleSeries candles = candles(random, 400);
        double[] equity = equity(random, candles.size());

        EquityFigures figures = EquityFigures.of(curve(candles, equity), 1_000);

        assertThat(figures.maxDrawdownPercent()).as("seed %d", seed).isEqualTo(deepestFall(equity, 1_000));
        assertThat(figures.sharpe() * Math.sqrt(1 / figures.daysPerYear()))
                .as("seed %d", seed)
                .isCloseTo(dailySharpe(candles, equity, 1_000), within(1e-12));
    }

    @Test
    void aCurveHasTheTimesOfItsCandles() {
        CandleSeries candles = candles(new Random(1), 3);

        EquityCurve curve = curve(candles, new double[] {5, 6, 7});

        assertThat(curve.size()).isEqualTo(3);
        assertThat(curve.time(1)).isEqualTo(candles.time(1));
        assertThat(curve.equity(2)).isEqualTo(7);
    }

    @Test
    void everyCandleNeedsAnEquity() {
        EquityCurve.Recorder recorder = EquityCurve.over(candles(new Random(1), 2));
        recorder.add(5);

        assertThatThrownBy(recorder::toCurve).hasMessageContaining("1 of 2 candles");
    }

    private static EquityCurve curve(CandleSeries candles, double[] equity) {
        EquityCurve.Recorder recorder = EquityCurve.over(candles);
        for (double each : equity) {
            recorder.add(each);
        }
        return recorder.toCurve();
    }

    private static CandleSeries candles(Random random, int count) {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of("X"), Timeframe.H1);
        long hour = Instant.parse("1969-12-25T00:00:00Z").toEpochMilli() / Timeframe.H1.millis();
        for (int i = 0; i < count; i++) {
            hour += random.nextInt(20) == 0 ? 1 + random.nextInt(60) : 1;
            series.add(hour * Timeframe.H1.millis(), 1, 1, 1, 1, 1);
        }
        return series.build();
    }

    private static double[] equity(Random random, int count) {
        double[] equity = new double[count];
        double last = 1_000;
        for (int i = 0; i < count; i++) {
            last *= 1 + (random.nextDouble() - 0.5) / 20;
            equity[i] = last;
        }
        return equity;
    }

    private static double deepestFall(double[] equity, double cash) {
        double deepest = 0;
        double peak = cash;
        for (double each : equity) {
            peak = Math.max(peak, each);
            deepest = Math.max(deepest, (peak - each) / peak);
        }
        return 100 * deepest;
    }

    private static double dailySharpe(CandleSeries candles, double[] equity, double cash) {
        TreeMap<Long, Double> days = new TreeMap<>();
        for (int i = 0; i < equity.length; i++) {
            days.put(Math.floorDiv(candles.timeMillis(i), 86_400_000L), equity[i]);
        }
        List<Double> returns = new ArrayList<>();
        double before = cash;
        for (double day : days.values()) {
            returns.add(day / before - 1);
            before = day;
        }
        double mean =
                returns.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        return mean / Math.sqrt(squares / (returns.size() - 1));
    }
}
