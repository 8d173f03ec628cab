package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

final class Ta4jCandlesTest {
    private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final NumFactory numbers = DecimalNumFactory.getInstance();
    private final BarSeries bars =
            new BaseBarSeriesBuilder().withName("bars").withNumFactory(numbers).build();

    static Stream<CandleSeries> series() {
        return SampleCandles.all();
    }

    @ParameterizedTest
    @MethodSource("series")
    void comesBackAsItWent(CandleSeries candles) {
        assertThat(Ta4jCandles.from(Ta4jCandles.toBarSeries(candles), candles.instrument()))
                .isEqualTo(candles);
    }

    @ParameterizedTest
    @MethodSource("series")
    void givesAnIndicatorsColumn(CandleSeries candles) {
        double[] column = Ta4jCandles.column(candles, series -> new SMAIndicator(new ClosePriceIndicator(series), 20));

        assertThat(column).hasSize(candles.size());
        for (int i = 0; i < column.length; i++) {
            if (i < 19) {
                assertThat(column[i]).as("candle %s", i).isNaN();
            } else {
                double sum = 0;
                for (int k = i - 19; k <= i; k++) {
                    sum += candles.close(k);
                }
                assertThat(column[i]).as("candle %s", i).isCloseTo(sum / 20, within(1e-9 * candles.close(i)));
            }
        }
    }

    @Test
    void takesABarsBeginAsTheCandlesTime() {
        add(0, HOUR, 10, 12, 9, 11);
        add(3, HOUR, 11, 11, 11, 11);

        CandleSeries candles = converted();

        assertThat(candles.timeframe()).isEqualTo(Timeframe.H1);
        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.time(1)).isEqualTo(START.plus(HOUR.multipliedBy(3)));
        assertThat(candles.high(0)).isEqualTo(12);
    }

    @Test
    void leavesOutBarsThatTa4jHasRemoved() {
        for (int i = 0; i < 5; i++) {
            add(i, HOUR, 10, 12, 9, 11);
        }
        bars.setMaximumBarCount(2);

        assertThat(converted().time(0)).isEqualTo(START.plus(HOUR.multipliedBy(3)));
    }

    @Test
    void refusesASeriesWithoutABar() {
        assertFault("series 'bars' has no bar, so that its timeframe is unknown");
    }

    @Test
    void refusesBarsOfAnotherLength() {
        add(0, HOUR, 10, 12, 9, 11);
        add(1, Duration.ofHours(2), 10, 12, 9, 11);

        assertFault("bar 1 of series 'bars', 2024-03-04T01:00:00Z: it is PT2H long and the ones before PT1H; candles of"
                + " a series have one length, so that months or quarters cannot be candles");
    }

    @Test
    void refusesALengthThatNoCandleHas() {
        add(0, Duration.ofNanos(1_500), 10, 12, 9, 11);

        assertFault("a bar of PT0.0000015S is no candle: timeframe PT0.0000015S must be whole milliseconds above zero,"
                + " at most 100 years");
    }

    @Test
    void refusesBarsBetweenTheCandles() {
        add(0, HOUR, 10, 12, 9, 11);
        bars.addBar(bar(START.plus(Duration.ofMinutes(90)), HOUR, numbers.one(), 10, 12, 9, 11));

        assertFault("bar 1 of series 'bars', 2024-03-04T01:30:00Z: it begins PT1H30M after the one before, which is no"
                + " whole number of PT1H; days that follow a local clock have to be moved to UTC first");
    }

    @Test
    void refusesBarsThatOverlap() {
        add(0, HOUR, 10, 12, 9, 11);
        bars.addBar(bar(START.plus(Duration.ofMinutes(30)), HOUR, numbers.one(), 10, 12, 9, 11));

        assertFault("bar 1 of series 'bars', 2024-03-04T00:30:00Z: it begins before the one before it has ended");
    }

    @Test
    void refusesBarsThatBeginBetweenMilliseconds() {
        bars.addBar(bar(START.plusNanos(1), HOUR, numbers.one(), 10, 12, 9, 11));

        assertFault("bar 0 of series 'bars', 2024-03-04T00:00:00.000000001Z: it does not begin at a whole millisecond");
    }

    @Test
    void refusesNumbersThatMakeNoCandle() {
        add(0, HOUR, 10, 12, 9, 11);
        add(1, HOUR, 10, 10, 9, 11);

        assertFault("bar 1 makes no candle at 2024-03-04T01:00:00Z: high 10.0 is below open 10.0 or close 11.0");
    }

    @Test
    void refusesABarWithoutANumber() {
        bars.addBar(bar(START, HOUR, NaN.NaN, 10, 12, 9, 11));

        assertFault("bar 0 has no volume");
    }

    private void assertFault(String message) {
        assertThatIllegalArgumentException().isThrownBy(this::converted).withMessage(message);
    }

    private CandleSeries converted() {
        return Ta4jCandles.from(bars, Instrument.of("BARS"));
    }

    private void add(int hour, Duration length, double... prices) {
        bars.addBar(bar(START.plus(HOUR.multipliedBy(hour)), length, numbers.one(), prices));
    }

    private BaseBar bar(Instant begin, Duration length, Num volume, double... prices) {
        return new BaseBar(
                length,
                begin,
                begin.plus(length),
                numbers.numOf(prices[0]),
                numbers.numOf(prices[1]),
                numbers.numOf(prices[2]),
                numbers.numOf(prices[3]),
                volume,
                numbers.zero(),
                0);
    }
}
