package io.tradetracker.charts.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BarsTest {
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    private static CandleSeries closes(double... closes) {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        double before = closes[0];
        for (int i = 0; i < closes.length; i++) {
            double close = closes[i];
            builder.add(START + 60_000L * i, before, Math.max(before, close), Math.min(before, close), close, 1);
            before = close;
        }
        return builder.build();
    }

    private static Bars bars(CandleSeries candles, ChartType type) {
        return Bars.of(ChartSpec.of(candles).type(type).build(), 1000);
    }

    private static List<String> bricks(Bars bars) {
        List<String> bricks = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            bricks.add(bars.open(i) + ">" + bars.close(i));
        }
        return bricks;
    }

    @Test
    void heikinAshiIsThatOfTheBook() {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        builder.add(START, 10, 14, 8, 12, 1);
        builder.add(START + 60_000, 12, 16, 10, 14, 1);
        builder.add(START + 120_000, 14, 15, 9, 10, 1);
        Bars bars = bars(builder.build(), new ChartType.HeikinAshi());

        assertThat(new double[] {bars.open(0), bars.high(0), bars.low(0), bars.close(0)})
                .containsExactly(11, 14, 8, 11);
        assertThat(new double[] {bars.open(1), bars.high(1), bars.low(1), bars.close(1)})
                .containsExactly(11, 16, 10, 13);
        assertThat(new double[] {bars.open(2), bars.high(2), bars.low(2), bars.close(2)})
                .containsExactly(12, 15, 9, 12);
    }

    @Test
    void aBrickIsAddedForEachFullHeightAndTwoTurn() {
        Bars bars = bars(closes(100, 101, 103.5, 102, 101.9, 100.9, 100, 103), new ChartType.Renko(1));

        assertThat(bricks(bars))
                .containsExactly(
                        "100.0>101.0",
                        "101.0>102.0",
                        "102.0>103.0",
                        "102.0>101.0",
                        "101.0>100.0",
                        "101.0>102.0",
                        "102.0>103.0");
        assertThat(bars.lastCandle(2)).isEqualTo(2);
        assertThat(bars.lastCandle(3)).isEqualTo(5);
    }

    @Test
    void boxesTurnAfterAsManyAsTheReversal() {
        Bars bars = bars(closes(100, 104, 102, 101, 105, 101.5, 105), new ChartType.PointAndFigure(1, 3));

        assertThat(bricks(bars))
                .containsExactly("99.0>104.0", "103.0>101.0", "102.0>105.0", "104.0>102.0", "103.0>105.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void candlesThatShareColumnsKeepTheirExtremesAndVolume(long seed) {
        CandleSeries candles = walk(seed, 5000);
        int most = 50 + new Random(seed).nextInt(900);
        Bars bars = Bars.of(ChartSpec.of(candles).build(), most);

        assertThat(bars.size()).isBetween(most / 3, most);
        double volume = 0;
        int next = 0;
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.firstCandle(i)).isEqualTo(next);
            double high = 0;
            double low = Double.MAX_VALUE;
            for (int k = bars.firstCandle(i); k <= bars.lastCandle(i); k++) {
                high = Math.max(high, candles.high(k));
                low = Math.min(low, candles.low(k));
                volume -= candles.volume(k);
            }
            assertThat(bars.high(i)).isEqualTo(high);
            assertThat(bars.low(i)).isEqualTo(low);
            assertThat(bars.open(i)).isEqualTo(candles.open(bars.firstCandle(i)));
            assertThat(bars.close(i)).isEqualTo(candles.close(bars.lastCandle(i)));
            assertThat(bars.columnOfCandle(bars.lastCandle(i))).isEqualTo(i);
            volume += bars.volume(i);
            next = bars.lastCandle(i) + 1;
        }
        assertThat(next).isEqualTo(candles.size());
        assertThat(volume).isEqualTo(0, within(1e-6));
    }

    @Test
    void theSameCandlesAreTogetherWhereverTheViewBegins() {
        CandleSeries candles = walk(9, 5000);
        Bars one = Bars.of(ChartSpec.of(candles).last(3900).build(), 400);
        Bars other = Bars.of(ChartSpec.of(candles).last(3903).build(), 400);

        List<Long> times = new ArrayList<>();
        for (int i = 2; i < one.size(); i++) {
            times.add(one.timeMillis(i));
        }
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < other.size(); i++) {
            others.add(other.timeMillis(i));
        }
        assertThat(others).containsAll(times);
    }

    @Test
    void momentsAreBetweenColumnsAndBeyondThem() {
        Bars bars = bars(closes(100, 101, 102), new ChartType.Candlestick());

        assertThat(bars.columnAt(START)).isEqualTo(0);
        assertThat(bars.columnAt(START + 90_000)).isEqualTo(1.5);
        assertThat(bars.columnAt(START + 240_000)).isEqualTo(4);
        assertThat(bars.columnAt(START - 60_000)).isEqualTo(-1);
        assertThat(bars.columnOfCandle(-1)).isEqualTo(-1);
    }

    @Test
    void aValueOfAColumnIsItsLastThatIsThere() {
        CandleSeries candles = walk(3, 100);
        double[] numbers = new double[100];
        Arrays.setAll(numbers, i -> i % 10 == 9 ? Double.NaN : i);
        Bars bars = Bars.of(ChartSpec.of(candles).build(), 10);

        double[] values = bars.of(Values.of(numbers));

        for (int i = 0; i < bars.size(); i++) {
            int last = bars.lastCandle(i);
            assertThat(values[i]).isEqualTo(last % 10 == 9 ? last - 1 : last);
        }
    }

    @Test
    void boxesThatWouldBeCountlessAreRefused() {
        CandleSeries candles = closes(100, 200, 50);

        assertThatThrownBy(() -> bars(candles, new ChartType.Renko(1e-9)))
                .isInstanceOf(ChartException.class)
                .hasMessageContaining("too small");
        assertThat(Bars.of(
                                ChartSpec.of(candles)
                                        .type(new ChartType.Renko(0.001))
                                        .build(),
                                500)
                        .size())
                .isEqualTo(500);
    }

    @Test
    void pricesThatDoNotMoveMakeNoBrick() {
        assertThat(bars(closes(100, 100, 100, 100), new ChartType.Renko(0)).size())
                .isZero();
        assertThat(bars(closes(100, 100, 100), new ChartType.PointAndFigure(0, 3))
                        .size())
                .isEqualTo(1);
    }

    static CandleSeries walk(long seed, int size) {
        Random random = new Random(seed);
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        double price = 1000;
        for (int i = 0; i < size; i++) {
            double open = price;
            double close = open * Math.exp(random.nextGaussian() * 0.001);
            double high = Math.max(open, close) * (1 + random.nextDouble() * 0.001);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 0.001);
            builder.add(START + 60_000L * i, open, high, low, close, random.nextInt(1000));
            price = close;
        }
        return builder.build();
    }
}
