package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.indicator.PriceField.HLC3;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Allocation;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AllocationTest {
    private static final int CANDLES = 20_000;

    private final CandleWindow window = new CandleWindow(Timeframe.M1);
    private final IndicatorPipeline pipeline = new IndicatorPipeline(window);

    @Test
    void noCandleAllocates() {
        IndicatorCatalogue.all().stream()
                .filter(spec -> spec.group() != IndicatorGroup.CHART_PATTERN) // they allocate what they find
                .forEach(spec -> pipeline.named(spec.id(), Map.of()));
        pipeline.sma(pipeline.rsi(HLC3, 14), 10);
        pipeline.custom("range", candles -> candles.high() - candles.low(), List.of());
        pipeline.price(CLOSE);
        pipeline.seal();
        CandleSeries series = Markets.seeded(9).randomWalk(CANDLES);

        long allocated = Allocation.leastBytes(10, () -> feed(series));

        assertThat(pipeline.ready()).isTrue();
        assertThat(allocated).as("bytes for %d candles", CANDLES).isLessThan(CANDLES / 100);
    }

    private void feed(CandleSeries series) {
        for (int i = 0; i < CANDLES; i++) {
            window.push(
                    series.timeMillis(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
            pipeline.update();
            pipeline.ready();
        }
    }
}
