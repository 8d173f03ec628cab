package io.tradetracker.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartSpecTest {
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    private static CandleSeries candles(int size) {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        for (int i = 0; i < size; i++) {
            double price = 100 + Math.sin(i / 9.0);
            builder.add(START + 60_000L * i, price, price + 1, price - 1, price, 1 + i % 7);
        }
        return builder.build();
    }

    @Test
    void everyEntryOfTheCatalogueIsDrawnByNameInItsPane() {
        CandleSeries candles = candles(300);
        for (IndicatorSpec each : IndicatorCatalogue.all()) {
            boolean isDrawn = each.outputs().stream().anyMatch(out -> out.style() != IndicatorSpec.Style.HIDDEN);
            if (isDrawn) {
                ChartSpec spec =
                        ChartSpec.of(candles).last(100).indicator(each.id()).build();
                assertThat(spec.panes().getLast().layers().getLast())
                        .as(each.id())
                        .isInstanceOf(Layer.Study.class);
            }
        }
    }

    @Test
    void valuesAreThoseOfTheWholeSeriesWhateverIsInView() {
        CandleSeries candles = candles(3000);
        ChartSpec all = ChartSpec.of(candles).indicator("ema(50)").build();
        ChartSpec last = ChartSpec.of(candles).last(10).indicator("ema(50)").build();

        Values whole = study(all).plots().getFirst().values();
        Values part = study(last).plots().getFirst().values();
        assertThat(part.at(part.size() - 1)).isEqualTo(whole.at(2999));
        assertThat(last.view().size()).isEqualTo(10);
        assertThat(last.candles().size()).isEqualTo(10 + ChartBuilder.LEAD);
    }

    private static Layer.Study study(ChartSpec spec) {
        return (Layer.Study) spec.panes().getFirst().layers().getLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smaa|there is no indicator 'smaa'",
                "sma(20|must be like sma(20)",
                "sma(x)|must be a number",
                "sma(1,2,3)|has 3 parameters",
                "sma(-5)|indicator sma:",
                "sma(periods=5)|indicator sma:"
            })
    void anIndicatorThatIsWrongIsToldWithWhatIsRight(String request, String told) {
        ChartBuilder builder = ChartSpec.of(candles(50));

        assertThatThrownBy(() -> builder.indicator(request).build())
                .isInstanceOf(ChartException.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        CandleSeries candles = candles(50);
        Drawing line = new Drawing.HorizontalLine(1, "", Colour.of("#000000"));
        Layer.Study shorter = new Layer.Study(
                "own", List.of(new Plot("x", Values.of(1, 2, 3), Plot.Style.LINE, null)), false, List.of());

        assertThatThrownBy(() -> ChartSpec.of(candles).draw("rsi", line).build())
                .hasMessage("a drawing is for pane 'rsi', but the chart has price");
        assertThatThrownBy(() -> ChartSpec.of(candles).study("own", shorter).build())
                .hasMessageContaining("must have a value for each of the 50 candles, but has 3");
        assertThatThrownBy(() -> ChartSpec.of(candles).last(0)).hasMessageContaining("at least 1 candle");
        assertThatThrownBy(() -> new ChartSize(1, 1, 1)).hasMessageContaining("must be 120 to 8192");
        assertThatThrownBy(() -> new ChartSize(8192, 8192, 1)).hasMessageContaining("choose a smaller size");
        assertThatThrownBy(() -> new ChartSize(800, 600, Double.NaN)).hasMessageContaining("must be 1 to 3");
        assertThatThrownBy(() -> Colour.of("red")).hasMessageContaining("must look like #2962ff");
        assertThatThrownBy(() -> new Layer.Quote(2, 1)).isInstanceOf(ChartException.class);
        assertThatThrownBy(() -> new Anchor(Instant.EPOCH, Double.NaN)).isInstanceOf(ChartException.class);
    }

    @Test
    void ofTwoPanesWithOneIndicatorEachHasItsName() {
        ChartSpec spec = ChartSpec.of(candles(50))
                .indicator("rsi(7)")
                .indicator("rsi(14)")
                .build();

        assertThat(spec.panes()).extracting(Pane::id).containsExactly("price", "rsi", "rsi2");
    }

    @Test
    void aViewByTimeHoldsTheCandlesThatOpenedInIt() {
        ChartSpec spec = ChartSpec.of(candles(50))
                .between(Instant.ofEpochMilli(START + 60_000), Instant.ofEpochMilli(START + 180_000))
                .build();

        assertThat(spec.view()).isEqualTo(new ChartSpec.View(1, 3));
    }

    @Test
    void ownCalculationsAreDeclaredAsInAStrategy() {
        ChartSpec spec = ChartSpec.of(candles(50))
                .study("price", "Own", indicators -> List.of(indicators.sma(PriceField.CLOSE, 5)))
                .build();

        assertThat(study(spec).plots().getFirst().values().at(49)).isBetween(90.0, 110.0);
    }
}
