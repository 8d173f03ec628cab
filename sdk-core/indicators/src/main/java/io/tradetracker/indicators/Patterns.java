package io.tradetracker.indicators;

import static io.tradetracker.indicators.IndicatorSpec.Style.HIDDEN;
import static io.tradetracker.indicators.IndicatorSpec.Style.MARK;

import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shapes of one to five candles, and of many. */
final class Patterns {
    private Patterns() {}

    static List<CatalogueEntry> all() {
        return Stream.concat(
                        Arrays.stream(CandlestickPattern.values()).map(Patterns::entry),
                        Arrays.stream(ChartPattern.values()).map(Patterns::entry))
                .toList();
    }

    private static CatalogueEntry entry(CandlestickPattern pattern) {
        return CatalogueEntry.of(pattern.id(), pattern.title(), IndicatorGroup.PATTERN)
                .onPrice()
                .outputs(MARK, "signal")
                .outputs(HIDDEN, "strength", "trend")
                .is(pattern.description())
                .from(Integer.toString(pattern.lookback() + 1))
                .made(in -> new PatternStep(in.key(), in.candles(), pattern));
    }

    private static CatalogueEntry entry(ChartPattern pattern) {
        return CatalogueEntry.of(pattern.id(), pattern.title(), IndicatorGroup.CHART_PATTERN)
                .onPrice()
                .outputs(MARK, "signal")
                .outputs(HIDDEN, "confidence", "confirmation", "invalidation", "target")
                .is(pattern.description())
                .from("1")
                .made(in -> new ChartPatternStep(in.key(), in.candles(), pattern));
    }
}
