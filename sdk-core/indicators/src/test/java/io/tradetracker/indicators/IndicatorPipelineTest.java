package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.indicator.PriceField.HL2;
import static io.tradetracker.api.indicator.PriceField.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.Timeframe;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IndicatorPipelineTest {
    private final CandleWindow window = new CandleWindow(Timeframe.M1);
    private final IndicatorPipeline pipeline = new IndicatorPipeline(window);

    @Test
    void givesTheSameHandleForTheSameDeclaration() {
        assertThat(pipeline.sma(CLOSE, 10)).isSameAs(pipeline.sma(CLOSE, 10));
        assertThat(pipeline.sma(CLOSE, 10)).isSameAs(pipeline.sma(pipeline.price(CLOSE), 10));
        assertThat(pipeline.macd(HL2, 3, 6, 2)).isEqualTo(pipeline.macd(HL2, 3, 6, 2));
        assertThat(pipeline.bollinger(CLOSE, 20, 2).middle())
                .isSameAs(pipeline.named("bollinger", Map.of()).get("middle"));
        assertThat(pipeline.atr(10)).isSameAs(pipeline.atr(10));
    }

    @Test
    void tellsDeclarationsApart() {
        Stream<Indicator> different = Stream.of(
                pipeline.sma(CLOSE, 10),
                pipeline.sma(CLOSE, 11),
                pipeline.sma(OPEN, 10),
                pipeline.ema(CLOSE, 10),
                pipeline.sma(pipeline.sma(CLOSE, 10), 10),
                pipeline.bollinger(CLOSE, 10, 2).middle(),
                pipeline.bollinger(CLOSE, 10, 2.5).middle());

        assertThat(different).doesNotHaveDuplicates();
    }

    @Test
    void listsWhatWasDeclaredInOrderWithNames() {
        pipeline.supertrend(10, 2.5);
        pipeline.ema(pipeline.rsi(HL2, 14), 9);
        pipeline.supertrend(10, 2.5);
        pipeline.atr(10);

        assertThat(pipeline.declared())
                .extracting(Indicator::name)
                .containsExactly(
                        "supertrend(10,2.5).line",
                        "supertrend(10,2.5).direction",
                        "rsi(HL2,14)",
                        "ema(rsi(HL2,14),9)",
                        "atr(10)");
    }

    @Test
    void isReadyWhenTheSlowestIndicatorHasAValueAndStaysSo() {
        pipeline.sma(CLOSE, 3);
        pipeline.atr(4);
        pipeline.seal();

        assertThat(Stream.of(1, 2, 3, 4, 5, Double.NaN).map(this::readyAfter))
                .containsExactly(false, false, false, false, true, true);
    }

    @Test
    void isReadyAtTheFirstCandleWithoutIndicators() {
        pipeline.seal();

        assertThat(readyAfter(1)).isTrue();
    }

    @Test
    void isReadyOnlyWhenAllHaveAValueAtTheSameCandle() {
        pipeline.custom("early", candles -> candles.size() < 3 ? 1 : Double.NaN, List.of());
        pipeline.custom("late", candles -> candles.size() < 3 ? Double.NaN : 1, List.of());
        pipeline.seal();

        assertThat(Stream.of(1, 2, 3, 4).map(this::readyAfter)).containsOnly(false);
    }

    @ParameterizedTest
    @EnumSource(PriceField.class)
    void readsEveryPriceOfTheCandle(PriceField field) {
        Indicator price = pipeline.price(field);
        Indicator mean = pipeline.sma(field, 1);
        pipeline.seal();

        window.push(0, 2, 8, 1, 4, 99);
        pipeline.update();

        double expected = switch (field) {
            case OPEN -> 2;
            case HIGH -> 8;
            case LOW -> 1;
            case CLOSE -> 4;
            case HL2 -> 4.5;
            case HLC3 -> 13 / 3.0;
            case OHLC4 -> 3.75;
            case VOLUME -> 99;
        };
        assertThat(price.value()).isEqualTo(expected);
        assertThat(mean.value()).isEqualTo(expected);
    }

    @Test
    void refusesDeclarationsAfterTheSeal() {
        pipeline.sma(CLOSE, 3);
        pipeline.seal();

        Stream<Consumer<Indicators>> late = Stream.of(
                in -> in.sma(CLOSE, 3),
                in -> in.sma(HL2, 9),
                in -> in.atr(2),
                in -> in.price(CLOSE),
                in -> in.named("sma", Map.of()),
                in -> in.custom("mine", candles -> 1, List.of()));
        assertThat(late)
                .allSatisfy(declaration -> assertThatThrownBy(() -> declaration.accept(pipeline))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("while the strategy is created"));
    }

    @Test
    void refusesToUpdateBeforeTheSeal() {
        assertThatThrownBy(pipeline::update)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seal()");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_001, Integer.MAX_VALUE})
    void refusesAPeriodOutOfRange(int period) {
        Stream<Consumer<Indicators>> bad = Stream.of(
                in -> in.sma(CLOSE, period),
                in -> in.ema(CLOSE, period),
                in -> in.rsi(CLOSE, period),
                in -> in.atr(period),
                in -> in.bollinger(CLOSE, period, 2),
                in -> in.donchian(period),
                in -> in.supertrend(period, 2),
                in -> in.highest(CLOSE, period),
                in -> in.lowest(CLOSE, period),
                in -> in.macd(CLOSE, period, 26, 9),
                in -> in.macd(CLOSE, 12, period, 9),
                in -> in.macd(CLOSE, 12, 26, period),
                in -> in.named("sma", Map.of("period", (double) period)));
        assertThat(bad)
                .allSatisfy(declaration -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> declaration.accept(pipeline))
                        .withMessageContaining(period + " must be 1 to 100000 candles"));
        assertThat(pipeline.declared()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAFactorThatIsNotFinite(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> pipeline.bollinger(CLOSE, 20, factor));
        assertThatIllegalArgumentException().isThrownBy(() -> pipeline.supertrend(10, factor));
    }

    @Test
    void refusesAMacdWhoseFastPeriodIsNotBelowTheSlow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.macd(CLOSE, 26, 26, 9))
                .withMessageContaining("fast 26 must be below slow 26");
    }

    @Test
    void refusesASourceThatIsNotItsOwn() {
        Indicator foreign = new IndicatorPipeline(new CandleWindow(Timeframe.H1)).sma(CLOSE, 3);
        pipeline.sma(CLOSE, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.sma(foreign, 5))
                .withMessageContaining("sma(CLOSE,3)")
                .withMessageContaining("M1");
        assertThatIllegalArgumentException().isThrownBy(() -> pipeline.custom("mine", candles -> 1, List.of(foreign)));
    }

    @Test
    void computesACustomIndicatorAfterItsInputs() {
        Indicator mean = pipeline.sma(CLOSE, 2);
        Indicator distance = pipeline.custom("distance", candles -> candles.close() - mean.value(), List.of(mean));
        Indicator highest = pipeline.highest(distance, 2);
        pipeline.seal();

        Stream.of(10, 14, 12).forEach(this::readyAfter);

        assertThat(distance.value(2)).isNaN();
        assertThat(distance.value(1)).isEqualTo(2);
        assertThat(distance.value()).isEqualTo(-1);
        assertThat(highest.value()).isEqualTo(2);
    }

    @Test
    void takesAnInfiniteCustomValueAsNone() {
        Indicator broken = pipeline.custom("broken", candles -> 1 / (candles.close() - 2), List.of());
        Indicator mean = pipeline.sma(broken, 2);
        pipeline.seal();

        Stream.of(3, 3, 2, 3).forEach(this::readyAfter);

        assertThat(broken.value(1)).isNaN();
        assertThat(mean.value(2)).isEqualTo(1);
        assertThat(mean.value()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "semi;colon", "CLOSE", "sma(CLOSE,3)", "macd(CLOSE,2,3,2)", "mine"})
    void refusesACustomNameThatIsBadOrTaken(String name) {
        pipeline.sma(CLOSE, 3);
        pipeline.macd(CLOSE, 2, 3, 2);
        pipeline.custom("mine", candles -> 1, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.custom(name, candles -> 2, List.of()))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void refusesAnIndicatorWhoseNameACustomOneTook() {
        pipeline.custom("sma(CLOSE,3)", candles -> 1, List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> pipeline.sma(CLOSE, 3));
    }

    static Stream<Arguments> catalogue() {
        return Stream.of(
                Arguments.of("sma", Map.of("period", 5.0), List.of("sma(CLOSE,5)")),
                Arguments.of("ema", Map.of(), List.of("ema(CLOSE,20)")),
                Arguments.of("rsi", Map.of(), List.of("rsi(CLOSE,14)")),
                Arguments.of("atr", Map.of(), List.of("atr(14)")),
                Arguments.of("highest", Map.of(), List.of("highest(CLOSE,20)")),
                Arguments.of("lowest", Map.of(), List.of("lowest(CLOSE,20)")),
                Arguments.of(
                        "macd",
                        Map.of("slow", 30.0),
                        List.of(
                                "macd(CLOSE,12,30,9).line",
                                "macd(CLOSE,12,30,9).signal",
                                "macd(CLOSE,12,30,9).histogram")),
                Arguments.of(
                        "bollinger",
                        Map.of("factor", 1.5),
                        List.of(
                                "bollinger(CLOSE,20,1.5).upper",
                                "bollinger(CLOSE,20,1.5).middle",
                                "bollinger(CLOSE,20,1.5).lower")),
                Arguments.of(
                        "donchian",
                        Map.of(),
                        List.of("donchian(20).upper", "donchian(20).middle", "donchian(20).lower")),
                Arguments.of("supertrend", Map.of(), List.of("supertrend(10,3).line", "supertrend(10,3).direction")));
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void declaresByNameWithDefaults(String name, Map<String, Double> parameters, List<String> outputs) {
        Map<String, Indicator> declared = pipeline.named(name, parameters);

        assertThat(declared.values()).extracting(Indicator::name).containsExactlyElementsOf(outputs);
        assertThat(declared.entrySet())
                .allMatch(output -> declared.size() == 1 && output.getKey().equals("value")
                        || output.getValue().name().endsWith("." + output.getKey()));
    }

    static Stream<IndicatorSpec> kinds() {
        return IndicatorCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesWhatTheCatalogueSays(IndicatorSpec spec) {
        Map<String, Indicator> declared = pipeline.named(spec.id(), Map.of());

        assertThat(declared.keySet())
                .containsExactlyElementsOf(
                        spec.outputs().stream().map(IndicatorSpec.Output::name).toList());
        assertThat(declared.values()).allMatch(each -> each.name().startsWith(spec.id()));
        assertThat(spec.outputs()).extracting(IndicatorSpec.Output::colour).allMatch(c -> c.matches("#[0-9a-f]{6}"));
        assertThat(spec.definition()).isNotEmpty();
        assertThat(spec.firstValue()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesASourceOnlyWhereTheCatalogueSays(IndicatorSpec spec) {
        Indicator other = pipeline.sma(CLOSE, 3);

        if (spec.takesSource()) {
            assertThat(pipeline.named(spec.id(), other, Map.of()).values())
                    .allMatch(each -> each.name().startsWith(spec.id() + "(sma(CLOSE,3)"));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pipeline.named(spec.id(), other, Map.of()))
                    .withMessageContaining("takes no source");
        }
    }

    @Test
    void listsTheKnownNamesWhenANameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.named("SMA", Map.of()))
                .withMessageContaining("'SMA'")
                .withMessageContaining("sma, ema, wma");
    }

    @Test
    void listsTheKnownParametersWhenOneIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.named("macd", Map.of("length", 3.0)))
                .withMessageContaining("'length'")
                .withMessageContaining("fast, slow, signal");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, Double.NaN, 1e12})
    void refusesANamedPeriodThatIsNotWhole(double period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.named("sma", Map.of("period", period)))
                .withMessageContaining("period " + period + " must be a whole number");
    }

    private boolean readyAfter(Number close) {
        double price = close.doubleValue();
        window.push(0, price, price, price, price, 0);
        pipeline.update();
        return pipeline.ready();
    }
}
