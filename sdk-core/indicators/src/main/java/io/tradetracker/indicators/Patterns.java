package io.tradetracker.indicators;

import static io.tradetracker.indicators.IndicatorSpec.Style.HIDDEN;
import static io.tradetracker.indicators.IndicatorSpec.Style.MARK;

import io.tradetracker.indicators.candlestick.CandlestickPattern;
import java.util.Arrays;
import java.util.List;

/** Shapes of one to five candles. */
final class Patterns {
    private Patterns() {}

    static List<CatalogueEntry> all() {
        return Arrays.stream(CandlestickPattern.values()).map(Patterns::entry).toList();
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
}
