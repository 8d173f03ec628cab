package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.indicators.IndicatorSpec.Style.STEP;

import java.util.List;

/** Prices that matter. */
final class Levels {
    private Levels() {}

    static List<CatalogueEntry> all() {
        return List.of(
                level("highest", "Highest")
                        .of(CLOSE)
                        .period(20)
                        .is("of the last n")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), WindowExtreme.highest(in.period()))),
                level("lowest", "Lowest")
                        .of(CLOSE)
                        .period(20)
                        .is("of the last n")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), WindowExtreme.lowest(in.period()))),
                pivots("pivots", "Pivot points")
                        .is("H, L, C of the UTC day before: p = (H + L + C) / 3; r1, s1 = 2p − L, 2p − H; r2, s2 ="
                                + " p ± (H − L); r3 = H + 2(p − L), s3 = L − 2(H − p)")
                        .made(in -> new PivotStep(in.key(), in.candles(), PivotMethod.CLASSIC)),
                pivots("fibonacci_pivots", "Fibonacci pivot points")
                        .is("p as pivots; p ± 0.382, 0.618 and 1 times (H − L)")
                        .made(in -> new PivotStep(in.key(), in.candles(), PivotMethod.FIBONACCI)),
                pivots("camarilla_pivots", "Camarilla pivot points")
                        .is("p as pivots; C ± 1.1 / 12, 1.1 / 6 and 1.1 / 4 times (H − L)")
                        .made(in -> new PivotStep(in.key(), in.candles(), PivotMethod.CAMARILLA)),
                pivots("woodie_pivots", "Woodie pivot points")
                        .is("as pivots with p = (H + L + 2C) / 4")
                        .made(in -> new PivotStep(in.key(), in.candles(), PivotMethod.WOODIE)));
    }

    private static CatalogueEntry.Builder pivots(String id, String title) {
        return level(id, title)
                .outputs(STEP, "pivot", "r1", "r2", "r3", "s1", "s2", "s3")
                .from("first candle of the second day");
    }

    private static CatalogueEntry.Builder level(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.LEVEL).onPrice();
    }
}
