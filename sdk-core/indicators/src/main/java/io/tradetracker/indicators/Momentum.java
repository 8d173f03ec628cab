package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.indicator.PriceField.HL2;
import static io.tradetracker.api.indicator.PriceField.HLC3;
import static io.tradetracker.indicators.IndicatorSpec.Style.COLUMN;

import java.util.List;
import java.util.stream.Stream;

/** How fast the price moves. */
final class Momentum {
    private Momentum() {}

    static List<CatalogueEntry> all() {
        return Stream.of(ofOneSource(), ofMeans(), ofRanges())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CatalogueEntry> ofOneSource() {
        return List.of(
                momentum("rsi", "Relative strength index")
                        .of(CLOSE)
                        .period(14)
                        .is("100 · G / (G + L), G and L the rma of gains and of losses; 0 when nothing moves")
                        .from("n + 1")
                        .by("Wilder 1978")
                        .made(in -> new RsiStep(in.key(), in.input(), in.period())),
                momentum("stoch_rsi", "Stochastic RSI")
                        .of(CLOSE)
                        .period(14)
                        .period("stochastic", 14)
                        .period("smooth", 3)
                        .period("signal", 3)
                        .lines("k", "d")
                        .is("the stochastic of the rsi over n")
                        .from("k: n + stochastic + smooth − 1; d: signal − 1 later")
                        .by("Chande, Kroll 1994")
                        .made(in -> new StochasticStep(
                                in.key(),
                                in.part("rsi", in.source(), in.period()),
                                in.period("stochastic"),
                                in.period("smooth"),
                                in.period("signal"))),
                momentum("cci", "Commodity channel index")
                        .of(HLC3)
                        .period(20)
                        .is("(x − sma) / (0.015 · mean of |x − sma| over n); 0 when nothing deviates")
                        .from("n")
                        .by("Lambert 1980")
                        .made(in -> new RunningStep(in.key(), in.input(), new CommodityChannel(in.period()))),
                momentum("roc", "Rate of change")
                        .of(CLOSE)
                        .period(10)
                        .is("(x / x n candles ago − 1) · 100")
                        .from("n + 1")
                        .made(in -> new RunningStep(in.key(), in.input(), Change.percent(in.period()))),
                momentum("momentum", "Momentum")
                        .of(CLOSE)
                        .period(10)
                        .is("x − x n candles ago")
                        .from("n + 1")
                        .made(in -> new RunningStep(in.key(), in.input(), Change.amount(in.period()))),
                momentum("cmo", "Chande momentum oscillator")
                        .of(CLOSE)
                        .period(14)
                        .is("100 · (G − L) / (G + L), G and L the rma of gains and of losses; 0 when nothing moves")
                        .from("n + 1")
                        .by("Chande, Kroll 1994")
                        .made(in -> new RunningStep(in.key(), in.input(), new ChandeMomentum(in.period()))));
    }

    private static List<CatalogueEntry> ofMeans() {
        return List.of(
                momentum("macd", "Moving average convergence divergence")
                        .of(CLOSE)
                        .period("fast", 12)
                        .period("slow", 26)
                        .period("signal", 9)
                        .lines("line", "signal")
                        .outputs(COLUMN, "histogram")
                        .is("line: ema over fast − ema over slow, both beginning at value slow with the mean of their"
                                + " last values there; signal: ema of the line; histogram: line − signal")
                        .from("line: slow; the others: slow + signal − 1")
                        .by("Appel 1979")
                        .made(in -> macd(in, false)),
                momentum("ppo", "Percentage price oscillator")
                        .of(CLOSE)
                        .period("fast", 12)
                        .period("slow", 26)
                        .period("signal", 9)
                        .lines("line", "signal")
                        .outputs(COLUMN, "histogram")
                        .is("as macd, with a line in percent of the ema over slow")
                        .from("line: slow; the others: slow + signal − 1")
                        .by("Appel 1979")
                        .made(in -> macd(in, true)),
                momentum("trix", "TRIX")
                        .of(CLOSE)
                        .period(15)
                        .is("change of ema(ema(ema)) in percent")
                        .from("3n − 1")
                        .by("Hutson 1983")
                        .made(in -> new RunningStep(in.key(), in.input(), new TripleChange(in.period()))),
                momentum("tsi", "True strength index")
                        .of(CLOSE)
                        .period("slow", 25)
                        .period("fast", 13)
                        .is("100 · ema over fast of ema over slow of the change / the same of its size")
                        .from("slow + fast")
                        .by("Blau 1995")
                        .made(in -> new RunningStep(
                                in.key(), in.input(), new TrueStrength(in.period("slow"), in.period("fast")))),
                momentum("awesome_oscillator", "Awesome oscillator")
                        .of(HL2)
                        .period("fast", 5)
                        .period("slow", 34)
                        .outputs(COLUMN, "value")
                        .is("sma over fast − sma over slow")
                        .from("slow")
                        .by("Williams 1998")
                        .made(Momentum::awesome));
    }

    private static List<CatalogueEntry> ofRanges() {
        return List.of(
                momentum("stochastic", "Stochastic oscillator")
                        .period(14)
                        .period("smooth", 3)
                        .period("signal", 3)
                        .lines("k", "d")
                        .is("k: sma over smooth of 100 · (close − lowest low) / (highest high − lowest low) over n,"
                                + " 0 without a range; d: sma over signal of k")
                        .from("k: n + smooth − 1; d: signal − 1 later")
                        .by("Lane 1984")
                        .made(in -> new StochasticStep(
                                in.key(), in.candles(), in.period(), in.period("smooth"), in.period("signal"))),
                momentum("williams_r", "Williams %R")
                        .period(14)
                        .is("−100 · (highest high − close) / (highest high − lowest low) over n; 0 without a range")
                        .from("n")
                        .by("Williams 1973")
                        .made(in -> new WilliamsStep(in.key(), in.candles(), in.period())),
                momentum("ultimate_oscillator", "Ultimate oscillator")
                        .period("fast", 7)
                        .period("middle", 14)
                        .period("slow", 28)
                        .is("100 · (4 · P(fast) + 2 · P(middle) + P(slow)) / 7, P: sum of close − true low over sum of"
                                + " true ranges")
                        .from("slow + 1")
                        .by("Williams 1985")
                        .made(Momentum::ultimate),
                momentum("aroon", "Aroon")
                        .period(25)
                        .lines("up", "down", "oscillator")
                        .is("up: 100 · (n − candles since the highest high of n + 1) / n; down: of the lowest low;"
                                + " oscillator: up − down; the later of equals counts")
                        .from("n + 1")
                        .by("Chande 1995")
                        .made(in -> new AroonStep(in.key(), in.candles(), in.period())));
    }

    private static Step macd(Ingredients in, boolean percent) {
        in.requireBelow("fast", "slow");
        return new MacdStep(in.key(), in.input(), in.period("fast"), in.period("slow"), in.period("signal"), percent);
    }

    private static Step awesome(Ingredients in) {
        in.requireBelow("fast", "slow");
        return new RunningStep(in.key(), in.input(), new MeanDifference(in.period("fast"), in.period("slow")));
    }

    private static Step ultimate(Ingredients in) {
        in.requireBelow("fast", "middle");
        in.requireBelow("middle", "slow");
        return new UltimateStep(in.key(), in.candles(), in.period("fast"), in.period("middle"), in.period("slow"));
    }

    private static CatalogueEntry.Builder momentum(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.MOMENTUM);
    }
}
