package io.tradetracker.indicators;

import java.util.List;

/** How much is traded. */
final class Volumes {
    private Volumes() {}

    static List<CatalogueEntry> all() {
        return List.of(
                volume("vwap", "Volume weighted average price")
                        .onPrice()
                        .is("sum of typical price · volume / sum of volume since the UTC day began; the typical price"
                                + " while there is no volume")
                        .from("1")
                        .made(in -> new VwapStep(in.key(), in.candles())),
                volume("obv", "On-balance volume")
                        .is("volume added when the close rises, taken off when it falls; begins with the first volume")
                        .from("1")
                        .by("Granville 1963")
                        .made(in -> new OnBalanceStep(in.key(), in.candles())),
                volume("accumulation_distribution", "Accumulation/distribution")
                        .is("sum of ((close − low) − (high − close)) / (high − low) · volume; 0 for a candle without"
                                + " range")
                        .from("1")
                        .by("Chaikin")
                        .made(in -> new AccumulationStep(in.key(), in.candles())),
                volume("cmf", "Chaikin money flow")
                        .period(20)
                        .is("sum of the same over n / sum of volume; 0 without volume")
                        .from("n")
                        .by("Chaikin")
                        .made(in -> new ChaikinStep(in.key(), in.candles(), in.period())),
                volume("mfi", "Money flow index")
                        .period(14)
                        .is("100 · U / (U + D), sums over n of typical price · volume where that price rose (U)"
                                + " or fell (D); 0 without either")
                        .from("n + 1")
                        .by("Quong, Soudack 1989")
                        .made(in -> new MoneyFlowIndexStep(in.key(), in.candles(), in.period())),
                volume("force_index", "Force index")
                        .period(13)
                        .is("ema of the change of the close · volume")
                        .from("n + 1")
                        .by("Elder 1993")
                        .made(in -> new ForceStep(in.key(), in.candles(), in.period())));
    }

    private static CatalogueEntry.Builder volume(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.VOLUME);
    }
}
