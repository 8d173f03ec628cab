package io.tradetracker.indicators;

import static io.tradetracker.indicators.IndicatorSpec.Style.DOT;
import static io.tradetracker.indicators.IndicatorSpec.Style.HIDDEN;
import static io.tradetracker.indicators.IndicatorSpec.Style.STEP;

import java.util.List;
import java.util.stream.Stream;

/** Which way the price goes, and how steadily. */
final class Trends {
    private Trends() {}

    static List<CatalogueEntry> all() {
        return Stream.of(lines(), others()).flatMap(List::stream).toList();
    }

    private static List<CatalogueEntry> lines() {
        return List.of(
                trend("adx", "Average directional index")
                        .period(14)
                        .lines("adx", "plus", "minus")
                        .is("plus, minus: 100 · Wilder's sum of upward (downward) movement / of true ranges, the first"
                                + " sums of n − 1 candles; adx: rma of 100 · |plus − minus| / (plus + minus)")
                        .from("plus, minus: n + 1; adx: 2n")
                        .by("Wilder 1978")
                        .made(in -> new DirectionalStep(in.key(), in.candles(), in.period())),
                trend("vortex", "Vortex indicator")
                        .period(14)
                        .lines("plus", "minus")
                        .is("sum of |high − low before| (|low − high before|) / sum of true ranges over n")
                        .from("n + 1")
                        .by("Botes, Siepman 2010")
                        .made(in -> new VortexStep(in.key(), in.candles(), in.period())),
                trend("supertrend", "Supertrend")
                        .period(10)
                        .factor(3)
                        .onPrice()
                        .lines("line")
                        .outputs(HIDDEN, "direction")
                        .is("see below")
                        .from("n + 1")
                        .by("Seban")
                        .made(in -> new SupertrendStep(
                                in.key(), in.candles(), range(in, in.period()), in.number("factor"))),
                trend("psar", "Parabolic stop and reverse")
                        .number("acceleration", 0.02, 0, 1)
                        .number("maximum", 0.2, 0, 1)
                        .onPrice()
                        .outputs(DOT, "line")
                        .outputs(HIDDEN, "direction")
                        .is("see below")
                        .from("2")
                        .by("Wilder 1978")
                        .made(in -> new ParabolicStep(
                                in.key(), in.candles(), in.number("acceleration"), in.number("maximum"))));
    }

    private static List<CatalogueEntry> others() {
        return List.of(
                trend("chandelier", "Chandelier exit")
                        .period(22)
                        .factor(3)
                        .onPrice()
                        .outputs(STEP, "long", "short")
                        .is("highest high − factor · atr; lowest low + factor · atr, over n")
                        .from("n + 1")
                        .by("LeBeau, in Elder 2002")
                        .made(in -> new ChandelierStep(
                                in.key(), in.candles(), range(in, in.period()), in.period(), in.number("factor"))),
                trend("ichimoku", "Ichimoku cloud")
                        .period("conversion", 9)
                        .period("base", 26)
                        .period("span", 52)
                        .period("displacement", 26, 2)
                        .onPrice()
                        .lines("conversion", "base", "leading_a", "leading_b")
                        .outputs(HIDDEN, "ahead_a", "ahead_b")
                        .is("middles of the range over conversion, base and span; ahead_a: mean of the first two,"
                                + " ahead_b: the third; leading: ahead of displacement − 1 candles ago")
                        .from("ahead_b: span; leading_b: span + displacement − 1")
                        .by("Hosoda 1969")
                        .made(in -> new IchimokuStep(
                                in.key(),
                                in.candles(),
                                in.period("conversion"),
                                in.period("base"),
                                in.period("span"),
                                in.period("displacement"))),
                trend("heikin_ashi", "Heikin-Ashi")
                        .onPrice()
                        .outputs(HIDDEN, "open", "high", "low", "close")
                        .is("close: mean of the four prices; open: middle of open and close before, of the candle's own"
                                + " at first; high, low: the extremes with these")
                        .from("1")
                        .by("Valcu 2004")
                        .made(in -> new HeikinAshiStep(in.key(), in.candles())));
    }

    private static Cell range(Ingredients in, int period) {
        return in.part("atr", in.source(), period);
    }

    private static CatalogueEntry.Builder trend(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.TREND);
    }
}
