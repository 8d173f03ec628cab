package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.indicator.PriceField.HIGH;
import static io.tradetracker.api.indicator.PriceField.HLC3;
import static io.tradetracker.api.indicator.PriceField.LOW;
import static io.tradetracker.indicators.Columns.assertClose;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.TypicalPriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Where conventions agree values are equal from the first; other seeds are compared after they have faded. */
@ParameterizedClass
@MethodSource("series")
final class Ta4jOracleTest {
    private static final int FADED = 1_900;

    @Parameter
    private CandleSeries series;

    static Stream<CandleSeries> series() {
        return Samples.all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 200})
    void smaEqualsTa4j(int period) {
        assertEqual(period, in -> in.sma(CLOSE, period), bars -> new SMAIndicator(close(bars), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void emaEqualsTa4jOnceSeedsHaveFaded(int period) {
        assertEqual(FADED, in -> in.ema(CLOSE, period), bars -> new EMAIndicator(close(bars), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14})
    void rsiEqualsTa4jOnceSeedsHaveFaded(int period) {
        assertEqual(FADED, in -> in.rsi(CLOSE, period), bars -> new RSIIndicator(close(bars), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14})
    void atrEqualsTa4jOnceSeedsHaveFaded(int period) {
        assertEqual(FADED, in -> in.atr(period), bars -> new ATRIndicator(bars, period));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void macdLineEqualsTa4jOnceSeedsHaveFaded(int fast) {
        int slow = 2 * fast + 2;
        double[] actual =
                Recording.of(series, in -> in.macd(CLOSE, fast, slow, 9).line());

        double[] expected = ta4j(bars -> new MACDIndicator(close(bars), fast, slow));

        assertClose(from(FADED, actual), from(FADED, expected), 200_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 100})
    void bollingerEqualsTa4j(int period) {
        assertEqual(period, in -> in.bollinger(CLOSE, period, 2).upper(), bars -> {
            ClosePriceIndicator close = close(bars);
            return new BollingerBandsUpperIndicator(
                    new BollingerBandsMiddleIndicator(new SMAIndicator(close, period)),
                    new StandardDeviationIndicator(close, period));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 100})
    void donchianEqualsTa4j(int period) {
        List<double[]> actual = Recording.ofAll(series, in -> {
            Bands bands = in.donchian(period);
            return List.of(bands.upper(), bands.middle(), bands.lower());
        });

        List<double[]> expected = List.of(
                ta4j(bars -> new DonchianChannelUpperIndicator(bars, period)),
                ta4j(bars -> new DonchianChannelMiddleIndicator(bars, period)),
                ta4j(bars -> new DonchianChannelLowerIndicator(bars, period)));
        for (int i = 0; i < 3; i++) {
            assertClose(from(period, actual.get(i)), from(period, expected.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 100})
    void highestAndLowestEqualTa4j(int period) {
        assertEqual(
                period,
                in -> in.highest(HIGH, period),
                bars -> new HighestValueIndicator(new HighPriceIndicator(bars), period));
        assertEqual(
                period,
                in -> in.lowest(LOW, period),
                bars -> new LowestValueIndicator(new LowPriceIndicator(bars), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void indicatorsOfIndicatorsEqualTa4j(int period) {
        assertEqual(
                2 * period,
                in -> in.highest(in.sma(HLC3, period), period),
                bars -> new HighestValueIndicator(new SMAIndicator(new TypicalPriceIndicator(bars), period), period));
    }

    private void assertEqual(
            int fromCandle,
            Function<Indicators, io.tradetracker.api.indicator.Indicator> ours,
            Function<BarSeries, Indicator<Num>> theirs) {
        assertClose(from(fromCandle, Recording.of(series, ours)), from(fromCandle, ta4j(theirs)));
    }

    private double[] ta4j(Function<BarSeries, Indicator<Num>> indicator) {
        Indicator<Num> made = indicator.apply(bars(series));
        return IntStream.range(0, series.size())
                .mapToDouble(i -> made.getValue(i).doubleValue())
                .toArray();
    }

    private static double[] from(int candle, double[] column) {
        return Arrays.copyOfRange(column, candle - 1, column.length);
    }

    private static ClosePriceIndicator close(BarSeries bars) {
        return new ClosePriceIndicator(bars);
    }

    private static BarSeries bars(CandleSeries series) {
        BarSeries bars = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        Duration length = series.timeframe().duration();
        for (int i = 0; i < series.size(); i++) {
            bars.barBuilder()
                    .timePeriod(length)
                    .endTime(series.time(i).plus(length))
                    .openPrice(series.open(i))
                    .highPrice(series.high(i))
                    .lowPrice(series.low(i))
                    .closePrice(series.close(i))
                    .volume(series.volume(i))
                    .add();
        }
        return bars;
    }
}
