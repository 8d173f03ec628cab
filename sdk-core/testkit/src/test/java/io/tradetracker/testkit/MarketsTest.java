package io.tradetracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketsTest {
    private static final int SIZE = 2_000;

    private final Markets markets = Markets.seeded(7);

    @Test
    void makesTheSameSeriesFromTheSameSeed() {
        assertThat(markets.all(SIZE))
                .containsExactlyElementsOf(Markets.seeded(7).all(SIZE).toList());
    }

    @Test
    void makesAnotherSeriesFromAnotherSeed() {
        assertThat(closes(markets.randomWalk(SIZE)))
                .isNotEqualTo(closes(Markets.seeded(8).randomWalk(SIZE)));
    }

    @Test
    void makesTheSameSeriesOnEveryMachine() {
        CandleSeries series = markets.gappy(4);

        assertThat(closes(series)).containsExactly(100.04, 99.77, 99.71, 99.52);
        assertThat(series.candle(3))
                .isEqualTo(new Candle(Instant.parse("2024-01-01T00:03:00Z"), 99.71, 99.71, 99.44, 99.52, 73));
    }

    @Test
    void namesASeriesAfterItsShapeAndSeed() {
        assertThat(markets.all(1).map(series -> series.instrument().id().value()))
                .containsExactly("WALK-7", "TREND-7", "FLAT-7", "GAPS-7", "SPIKES-7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void keepsEveryPriceOnTheGrid(int ticksPerUnit) {
        assertThat(markets.withTicksPerUnit(ticksPerUnit).all(SIZE).flatMap(MarketsTest::candles))
                .flatExtracting(Candle::open, Candle::high, Candle::low, Candle::close)
                .allMatch(price -> Math.rint((double) price * ticksPerUnit) / ticksPerUnit == (double) price);
    }

    @Test
    void keepsEveryPriceAboveZeroAndFiniteOnLongRuns() {
        assertThat(markets.withTimeframe(Timeframe.H4).all(200_000).flatMap(MarketsTest::candles))
                .allMatch(candle -> candle.low() > 0 && candle.high() < 2e6);
    }

    @Test
    void risesWhenTrending() {
        CandleSeries series = markets.trending(SIZE);

        assertThat(series.close(SIZE - 1)).isGreaterThan(1.5 * series.close(0));
    }

    @Test
    void hasOnePriceWhenFlat() {
        assertThat(candles(markets.flat(SIZE)))
                .allMatch(candle -> candle.high() == 100 && candle.low() == 100 && candle.volume() == 0);
    }

    @Test
    void missesCandlesAndJumpsWhenGappy() {
        CandleSeries series = markets.gappy(SIZE);
        long minute = Timeframe.M1.millis();

        long missing = IntStream.range(1, SIZE)
                .filter(i -> series.timeMillis(i) - series.timeMillis(i - 1) > minute)
                .count();
        long jumps = IntStream.range(1, SIZE)
                .filter(i -> series.open(i) != series.close(i - 1))
                .count();

        assertThat(missing).isBetween(SIZE / 20L, SIZE / 5L);
        assertThat(jumps).isBetween(SIZE / 20L, missing);
    }

    @Test
    void leavesNoGapUnlessGappy() {
        assertThat(Stream.of(markets.randomWalk(SIZE), markets.trending(SIZE), markets.spiky(SIZE)))
                .allMatch(series ->
                        series.timeMillis(SIZE - 1) - series.timeMillis(0) == (SIZE - 1) * Timeframe.M1.millis());
    }

    @Test
    void reachesATenthAwayWhenSpiky() {
        assertThat(candles(markets.spiky(SIZE)).filter(candle -> candle.high() > 1.09 * candle.close()))
                .hasSizeBetween(SIZE / 50, SIZE / 10);
    }

    @Test
    void alignsTimesToTheTimeframe() {
        assertThat(candles(markets.withTimeframe(Timeframe.W1).gappy(50)))
                .allMatch(candle -> Timeframe.W1.openOf(candle.time()).equals(candle.time()));
    }

    @Test
    void refusesAGridWithoutTicksAndANegativeSize() {
        assertThatThrownBy(() -> markets.withTicksPerUnit(0)).hasMessageContaining("ticks per unit 0");
        assertThatThrownBy(() -> markets.flat(-1)).hasMessageContaining("size -1");
    }

    private static Stream<Candle> candles(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToObj(series::candle);
    }

    private static double[] closes(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::close).toArray();
    }
}
