package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.indicator.PriceField.HL2;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.testkit.Allocation;
import io.tradetracker.testkit.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is the same whether it is computed candle by candle or read from a column. */
final class IndicatorColumnsTest {
    private static final long PLENTY = Long.MAX_VALUE;

    static Stream<CandleSeries> series() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyKindIsTheSameInColumns(CandleSeries series) {
        IndicatorColumns columns = new IndicatorColumns(series, PLENTY);
        assertSame(series, columns);

        int computed = columns.size();
        assertSame(series, columns);

        assertThat(columns.size()).as("columns after another run").isEqualTo(computed);
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyKindIsTheSameInBlocks(CandleSeries series) {
        assertSame(series, pipeline -> pipeline.useSeries(series));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 1023, 1024, 1025, 2048, 3077})
    void everyKindIsTheSameInBlocksOfAnyNumber(int candles) {
        CandleSeries series = Markets.seeded(candles).randomWalk(candles);

        assertSame(series, pipeline -> pipeline.useSeries(series));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000})
    void isTheSameWhenThereIsNoMemoryToShare(long bytes) {
        CandleSeries series = Markets.seeded(4).randomWalk(1_000);

        assertSame(series, new IndicatorColumns(series, bytes));
    }

    private static void assertSame(CandleSeries series, IndicatorColumns columns) {
        assertSame(series, pipeline -> pipeline.useColumns(columns));
    }

    private static void assertSame(CandleSeries series, Consumer<IndicatorPipeline> from) {
        CandleWindow window = new CandleWindow(series.timeframe());
        IndicatorPipeline streaming = new IndicatorPipeline(window);
        List<Indicator> expected = declareAll(streaming);
        streaming.seal();
        CandleWindow over = new CandleWindow(series.timeframe());
        IndicatorPipeline reading = new IndicatorPipeline(over);
        List<Indicator> actual = declareAll(reading);
        reading.seal();
        from.accept(reading);

        for (int i = 0; i < series.size(); i++) {
            window.push(
                    series.timeMillis(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
            streaming.update();
            reading.advance();
            for (int k = 0; k < expected.size(); k++) {
                assertEqual(actual.get(k), expected.get(k), 0, i);
                assertEqual(actual.get(k), expected.get(k), 7, i);
                assertCrosses(actual.get(k), actual.getLast(), i);
                assertCrosses(expected.get(k), expected.getLast(), i);
            }
            assertThat(over.size()).isEqualTo(window.size());
            assertThat(over.candle(0)).isEqualTo(window.candle(0));
            assertThat(over.close(window.size() - 1)).isEqualTo(window.close(window.size() - 1));
        }
        assertThat(reading.ready()).isEqualTo(streaming.ready());
    }

    private static void assertEqual(Indicator actual, Indicator expected, int ago, int candle) {
        if (Double.compare(actual.value(ago), expected.value(ago)) != 0) {
            assertThat(actual.value(ago))
                    .as("%s, %d ago, at candle %d", expected.name(), ago, candle + 1)
                    .isEqualTo(expected.value(ago));
        }
    }

    /** The last value and the one before are read in a quicker way than older ones. */
    private static void assertCrosses(Indicator one, Indicator other, int candle) {
        boolean rose = one.value(1) <= other.value(1) && one.value(0) > other.value(0);
        boolean fell = one.value(1) >= other.value(1) && one.value(0) < other.value(0);
        boolean isSame = Double.compare(one.value(), one.value(0)) == 0;
        if (!isSame || one.crossedAbove(other) != rose || one.crossedBelow(other) != fell) {
            assertThat(List.of(one.value(), one.crossedAbove(other), one.crossedBelow(other)))
                    .as("%s against %s at candle %d", one.name(), other.name(), candle + 1)
                    .isEqualTo(List.of(one.value(0), rose, fell));
        }
    }

    private static List<Indicator> declareAll(Indicators in) {
        List<Indicator> all = new ArrayList<>();
        for (IndicatorSpec spec : IndicatorCatalogue.all()) {
            all.addAll(in.named(spec.id(), Map.of()).values());
            if (spec.takesSource()) {
                all.addAll(in.named(spec.id(), in.rsi(HL2, 5), Map.of()).values());
            }
        }
        double[] count = {0};
        Indicator own = in.custom("own", candles -> candles.close() - candles.open() + ++count[0], List.of());
        all.add(own);
        Indicator[] declaredLater = new Indicator[1];
        all.add(in.custom("reads", candles -> 2 * declaredLater[0].value(), List.of()));
        declaredLater[0] = in.ema(CLOSE, 7);
        all.add(in.sma(own, 10));
        all.add(in.keltner(in.ema(own, 4), 5, 6, 2).upper());
        all.add(in.vwma(in.sma(own, 3), 5));
        all.add(in.price(CLOSE));
        return all;
    }

    @Test
    void movingOnAllocatesNothing() {
        CandleSeries series = Markets.seeded(9).randomWalk(20_000);
        IndicatorColumns columns = new IndicatorColumns(series, PLENTY);
        IndicatorPipeline pipeline = pipeline(series, columns);

        long allocated = Allocation.leastBytes(5, () -> {
            IndicatorPipeline again = pipeline(series, columns);
            for (int i = 0; i < series.size(); i++) {
                again.advance();
            }
        });

        assertThat(pipeline.isInColumns()).isTrue();
        assertThat(allocated).isLessThan(200_000);
    }

    private static IndicatorPipeline pipeline(CandleSeries series, IndicatorColumns columns) {
        IndicatorPipeline pipeline = new IndicatorPipeline(new CandleWindow(series.timeframe()));
        pipeline.sma(CLOSE, 10);
        pipeline.custom("range", candles -> candles.high() - candles.low(), List.of());
        pipeline.seal();
        pipeline.useColumns(columns);
        return pipeline;
    }
}
