package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At which candle the first value is, and how indicators take a source that has none at first or now and then. */
final class WarmUpTest {
    static Stream<Arguments> firstValues() {
        return Stream.of(
                first(1, in -> in.price(CLOSE)),
                first(1, in -> in.sma(CLOSE, 1)),
                first(10, in -> in.sma(CLOSE, 10)),
                first(1, in -> in.ema(CLOSE, 1)),
                first(10, in -> in.ema(CLOSE, 10)),
                first(2, in -> in.rsi(CLOSE, 1)),
                first(15, in -> in.rsi(CLOSE, 14)),
                first(2, in -> in.atr(1)),
                first(15, in -> in.atr(14)),
                first(26, in -> in.macd(CLOSE, 12, 26, 9).line()),
                first(34, in -> in.macd(CLOSE, 12, 26, 9).signal()),
                first(34, in -> in.macd(CLOSE, 12, 26, 9).histogram()),
                first(20, in -> in.bollinger(CLOSE, 20, 2).upper()),
                first(20, in -> in.donchian(20).middle()),
                first(11, in -> in.supertrend(10, 3).line()),
                first(11, in -> in.supertrend(10, 3).direction()),
                first(7, in -> in.highest(CLOSE, 7)),
                first(7, in -> in.lowest(CLOSE, 7)),
                first(24, in -> in.sma(in.rsi(CLOSE, 14), 10)),
                first(24, in -> in.ema(in.rsi(CLOSE, 14), 10)),
                first(20, in -> in.rsi(in.sma(CLOSE, 10), 10)),
                first(40, in -> in.macd(in.rsi(CLOSE, 14), 12, 26, 9).line()),
                first(24, in -> in.bollinger(in.rsi(CLOSE, 14), 10, 2).lower()),
                first(24, in -> in.highest(in.rsi(CLOSE, 14), 10)));
    }

    @ParameterizedTest(name = "{1} at candle {0}")
    @MethodSource("firstValues")
    void hasItsFirstValueAtTheDocumentedCandle(int candle, Named declaration) {
        double[] values = Recording.of(Markets.seeded(3).randomWalk(60), declaration.of());

        assertThat(Columns.firstValue(values)).isEqualTo(candle);
        assertThat(values[59]).isFinite();
    }

    static Stream<Arguments> ofCloses() {
        return Stream.of(
                first(0, in -> in.sma(CLOSE, 3)),
                first(0, in -> in.ema(CLOSE, 3)),
                first(0, in -> in.rsi(CLOSE, 3)),
                first(0, in -> in.macd(CLOSE, 2, 4, 2).signal()),
                first(0, in -> in.bollinger(CLOSE, 3, 2).upper()),
                first(0, in -> in.highest(CLOSE, 3)),
                first(0, in -> in.lowest(CLOSE, 3)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("ofCloses")
    void startsAfreshAfterAHoleInItsSource(int unused, Named declaration) {
        double[] whole = Samples.closes(Markets.seeded(5).randomWalk(50));
        double[] holed = new double[120];
        System.arraycopy(Samples.closes(Markets.seeded(6).spiky(70)), 0, holed, 0, 70);
        holed[69] = Double.NaN;
        System.arraycopy(whole, 0, holed, 70, 50);

        double[] values = Recording.ofCloses(holed, declaration.of());

        double[] afterTheHole = new double[50];
        System.arraycopy(values, 70, afterTheHole, 0, 50);
        assertThat(afterTheHole).containsExactly(Recording.ofCloses(whole, declaration.of()));
        assertThat(values[69]).isNaN();
    }

    @Test
    void hasNoValueWhenThereAreTooFewCandles() {
        List<double[]> values = Recording.ofAll(
                Markets.seeded(1).randomWalk(5),
                in -> List.of(
                        in.sma(CLOSE, 6),
                        in.rsi(CLOSE, 5),
                        in.named("ema", Map.of("period", 6.0)).get("value")));

        assertThat(values).allMatch(column -> Columns.firstValue(column) == 0);
    }

    @Test
    void rsiIsZeroWithoutMovementAndAtItsEdgesWithOneDirection() {
        assertThat(Recording.ofCloses(new double[] {5, 5, 5, 5}, in -> in.rsi(CLOSE, 2))[3])
                .isZero();
        assertThat(Recording.ofCloses(new double[] {5, 6, 7, 8}, in -> in.rsi(CLOSE, 2))[3])
                .isEqualTo(100);
        assertThat(Recording.ofCloses(new double[] {5, 4, 3, 2}, in -> in.rsi(CLOSE, 2))[3])
                .isZero();
    }

    @Test
    void rsiSeesMovementsOfTinyPrices() {
        double[] closes = {5e-10, 6e-10, 5e-10, 7e-10};

        assertThat(Recording.ofCloses(closes, in -> in.rsi(CLOSE, 3))[3]).isBetween(74.9, 75.1);
    }

    private static Arguments first(int candle, Function<Indicators, Indicator> declaration) {
        return Arguments.of(candle, new Named(declaration));
    }

    record Named(Function<Indicators, Indicator> of) {
        @Override
        public String toString() {
            return of.apply(new IndicatorPipeline(new CandleWindow(Timeframe.M1)))
                    .name();
        }
    }
}
