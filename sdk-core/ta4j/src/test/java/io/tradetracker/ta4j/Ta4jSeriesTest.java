package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.DoubleNumFactory;

final class Ta4jSeriesTest {
    private final CandleSeries candles = new Markets(3, Timeframe.M5, 32).gappy(600);
    private final GrowingSeries series = new GrowingSeries("five minutes", Duration.ofMinutes(5));
    private final MovingCandles moving = new MovingCandles(candles);

    @Test
    void showsClosedCandlesAsTa4jWouldBuildThem() {
        grow(600);
        BarSeries expected = Ta4jCandles.toBarSeries(candles);

        for (int i = 0; i < 600; i++) {
            assertThat(text(series.getBar(i))).isEqualTo(text(expected.getBar(i)));
        }
        assertThat(series.getBarData()).hasSize(600).first().isEqualTo(series.getFirstBar());
        assertThat(series.getSeriesPeriodDescription()).isEqualTo(expected.getSeriesPeriodDescription());
        assertThat(series.numFactory()).isSameAs(DoubleNumFactory.getInstance());
    }

    @Test
    void endsOneCandleAfterTheLastClosedOne() {
        grow(10);

        assertThat(series.now()).isEqualTo(9);
        assertThat(series.getEndIndex()).isEqualTo(10);
        assertThat(series.getBarCount()).isEqualTo(10);
        assertThat(series.getBeginIndex()).isZero();
        assertThat(series.getRemovedBarsCount()).isZero();
        assertThat(series.getMaximumBarCount()).isLessThan(Integer.MAX_VALUE);
        assertThat(series.isEmpty()).isFalse();
    }

    @Test
    void saysWhatWasReadTooEarly() {
        assertThatThrownBy(() -> series.getBar(0))
                .hasMessage("candle 0 was read before one has closed; indicators and rules may not read candles while"
                        + " they are made");
        assertThat(series.getMaximumBarCount()).isEqualTo(65_536);
        grow(10);

        assertThatThrownBy(() -> series.getBar(10))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("candle 10 was read, which has not closed: the last closed one is 9, of " + candles.time(9)
                        + "; what reads later candles looks into the future");
        assertThatThrownBy(() -> series.getBar(-1)).hasMessage("candle -1 was read; the first is 0");
        assertThatThrownBy(series::getLastBar).hasMessageContaining("read getBar(index)");
    }

    @Test
    void givesOneObjectForTheNewestCandle() {
        grow(10);

        assertThat(series.getBar(9)).isSameAs(series.getBar(9));
        assertThat(series.getBar(3)).isEqualTo(series.getBar(3)).isNotEqualTo(series.getBar(4));
    }

    @Test
    void changesByItsCandlesAlone() {
        grow(10);
        Bar bar = series.getBar(2);
        Stream<ThrowingCallable> changes = Stream.of(
                () -> series.addBar(bar),
                () -> series.addBar(bar, true),
                () -> series.addPrice(1),
                () -> series.addTrade(1, 1),
                () -> series.setMaximumBarCount(5),
                () -> series.getSubSeries(0, 5),
                series::barBuilder,
                () -> series.getBarData().clear(),
                () -> bar.addPrice(DoubleNum.valueOf(1)),
                () -> bar.addTrade(DoubleNum.valueOf(1), DoubleNum.valueOf(1)));

        assertThat(changes)
                .allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(UnsupportedOperationException.class));
        assertThat(series.getBarCount()).isEqualTo(10);
    }

    private void grow(int count) {
        for (int i = 0; i < count; i++) {
            moving.advance();
            series.add(moving);
        }
    }

    private static String text(Bar bar) {
        return List.of(
                        bar.getTimePeriod(),
                        bar.getBeginTime(),
                        bar.getEndTime(),
                        bar.getOpenPrice(),
                        bar.getHighPrice(),
                        bar.getLowPrice(),
                        bar.getClosePrice(),
                        bar.getVolume(),
                        bar.getAmount(),
                        bar.getTrades())
                .toString();
    }
}
