package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Every indicator of ta4j that plain arguments can make has the values that ta4j gives without the bridge. */
final class Ta4jEveryIndicatorTest {
    private static final int AT_LEAST = 190;

    private final CandleSeries candles = new Markets(7, Timeframe.H1, 32).gappy(600);
    private final List<EveryIndicator.Kind> kinds = EveryIndicator.all();

    @Test
    void hasTheValuesOfASeriesThatGrows() {
        List<String> faults = new ArrayList<>();
        int compared = 0;
        for (EveryIndicator.Kind kind : kinds) {
            if (!isRefused(kind)) {
                compared++;
                compare(kind + " beside a growing series", growing(kind), bridged(kind.maker()), faults);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void hasTheValuesOfTheWholeSeriesUnlessRefused() {
        Set<String> different = new TreeSet<>();
        for (EveryIndicator.Kind kind : kinds) {
            List<Object> whole = values(kind.maker().apply(Ta4jCandles.toBarSeries(candles)));
            compare(kind.toString(), whole, bridged(kind.maker()), different);
        }

        assertThat(different.stream().map(fault -> fault.substring(0, fault.indexOf(' '))))
                .as("indicators whose past values change with later candles")
                .containsExactlyInAnyOrder(
                        "EDMAIndicator",
                        "IchimokuChikouSpanIndicator",
                        "PeriodicalGrowthRateIndicator",
                        "SGMAIndicator",
                        "TrendLineResistanceIndicator",
                        "TrendLineSupportIndicator");
        assertThat(kinds.stream().filter(Ta4jEveryIndicatorTest::isRefused)).hasSize(6);
    }

    @Test
    void areCountedAndNamedOnThePageOfThem() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "ta4j.md"));

        assertThat(page)
                .contains("the " + kinds.size() + " of ta4j's "
                        + EveryIndicator.types().size() + " indicators");
        assertThat(kinds.stream().filter(Ta4jEveryIndicatorTest::isRefused))
                .allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
    }

    @Test
    void refusesThoseAndNoOthers() {
        for (EveryIndicator.Kind kind : kinds) {
            GrowingSeries series =
                    new GrowingSeries("declared", candles.timeframe().duration());
            Throwable thrown = catchThrowable(
                    () -> new Screening(series).check("it", kind.maker().apply(series)));

            assertThat(thrown != null).as(kind + " was refused: " + thrown).isEqualTo(isRefused(kind));
        }
    }

    @Test
    void hasTheValuesOfTheWholeSeriesWhenCachesHaveLongBeenFull() {
        CandleSeries many = new Markets(8, Timeframe.M1, 32).randomWalk(3 * GrowingSeries.HISTORY / 2);
        Stream<Function<BarSeries, Indicator<?>>> makers = Stream.of(
                bars -> new SMAIndicator(new ClosePriceIndicator(bars), 500),
                bars -> new EMAIndicator(new ClosePriceIndicator(bars), 50),
                bars -> new WMAIndicator(new RSIIndicator(new ClosePriceIndicator(bars), 14), 200),
                bars -> new StandardDeviationIndicator(new HighPriceIndicator(bars), 100),
                OnBalanceVolumeIndicator::new);

        List<String> faults = new ArrayList<>();
        makers.forEach(maker -> {
            List<Object> expected = whole(maker, many);
            assertThat(expected.getLast()).isNotEqualTo(Double.NaN);
            compare("over " + many, expected, bridged(maker, many), faults);
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void hasTheValuesOfTheWholeSeriesWhenFirstReadLate() {
        CandleSeries many = new Markets(9, Timeframe.M1, 32).randomWalk(3 * GrowingSeries.HISTORY / 2);
        int late = GrowingSeries.HISTORY + 10_000;
        GrowingSeries series = new GrowingSeries("late", many.timeframe().duration());
        MovingCandles moving = new MovingCandles(many);
        List<Function<BarSeries, Indicator<?>>> makers = List.of(
                bars -> new EMAIndicator(new ClosePriceIndicator(bars), 50),
                bars -> new ATRIndicator(bars, 14),
                bars -> new ADXIndicator(bars, 14),
                OnBalanceVolumeIndicator::new);
        List<Indicator<?>> made =
                makers.stream().<Indicator<?>>map(maker -> maker.apply(series)).toList();
        List<List<Object>> expected =
                makers.stream().map(maker -> whole(maker, many)).toList();

        while (moving.advance()) {
            series.add(moving);
            for (int i = 0; i < made.size() && series.now() >= late; i++) {
                assertThat(value(made.get(i), series.now()))
                        .as("%s at %s", made.get(i), series.now())
                        .isEqualTo(expected.get(i).get(series.now()));
            }
        }
    }

    private static List<Object> whole(Function<BarSeries, Indicator<?>> maker, CandleSeries candles) {
        return values(maker.apply(Ta4jCandles.toBarSeries(candles)), candles.size());
    }

    private static boolean isRefused(EveryIndicator.Kind kind) {
        return KnownFaults.REFUSED.stream().anyMatch(fault -> fault.type().isAssignableFrom(kind.type()));
    }

    private static void compare(String what, List<Object> expected, List<Object> actual, Collection<String> faults) {
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                faults.add(what + " at " + i + ": " + expected.get(i) + " but " + actual.get(i));
                return;
            }
        }
    }

    private List<Object> bridged(Function<BarSeries, Indicator<?>> maker) {
        return bridged(maker, candles);
    }

    private static List<Object> bridged(Function<BarSeries, Indicator<?>> maker, CandleSeries candles) {
        GrowingSeries series = new GrowingSeries("bridged", candles.timeframe().duration());
        Indicator<?> made = maker.apply(series);
        List<Object> values = new ArrayList<>();
        MovingCandles moving = new MovingCandles(candles);
        while (moving.advance()) {
            series.add(moving);
            values.add(value(made, series.now()));
        }
        return values;
    }

    /** ta4j's own series, one bar after the other, read at its newest bar. */
    private List<Object> growing(EveryIndicator.Kind kind) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        BarSeries whole = Ta4jCandles.toBarSeries(candles);
        List<Object> values = new ArrayList<>();
        // JMAIndicator reads a bar while it is made
        series.addBar(whole.getBar(0));
        Indicator<?> made = kind.maker().apply(series);
        values.add(value(made, 0));
        for (int i = 1; i < candles.size(); i++) {
            series.addBar(whole.getBar(i));
            values.add(value(made, i));
        }
        return values;
    }

    private List<Object> values(Indicator<?> made) {
        return values(made, candles.size());
    }

    private static List<Object> values(Indicator<?> made, int size) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(made, i));
        }
        return values;
    }

    /** {@return the value; of what has no text of its own, its type} */
    private static Object value(Indicator<?> made, int i) {
        try {
            Object value = made.getValue(i);
            if (value instanceof Num number) {
                return number.doubleValue();
            }
            return String.valueOf(value).replaceAll("@[0-9a-f]+$", "");
        } catch (RuntimeException thrown) {
            return thrown.getClass().getSimpleName();
        }
    }
}
