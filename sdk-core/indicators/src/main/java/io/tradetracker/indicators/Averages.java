package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import java.util.List;
import java.util.stream.Stream;

/** Means of prices. */
final class Averages {
    private Averages() {}

    static List<CatalogueEntry> all() {
        return Stream.of(plain(), adaptive()).flatMap(List::stream).toList();
    }

    private static List<CatalogueEntry> plain() {
        return List.of(
                average("sma", "Simple moving average")
                        .period(20)
                        .is("mean of the last n")
                        .from("n")
                        .made(in -> new SmaStep(in.key(), in.input(), in.period())),
                average("ema", "Exponential moving average")
                        .period(20)
                        .is("m += (x − m) · 2 / (n + 1); begins with the mean of the first n")
                        .from("n")
                        .made(in -> new EmaStep(in.key(), in.input(), in.period())),
                average("wma", "Weighted moving average")
                        .period(20)
                        .is("mean of the last n, weighed 1 for the oldest to n for the newest")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), new WeightedMean(in.period()))),
                average("rma", "Wilder's moving average")
                        .period(14)
                        .is("m = (m · (n − 1) + x) / n; begins with the mean of the first n")
                        .from("n")
                        .by("Wilder 1978")
                        .made(in -> new RunningStep(in.key(), in.input(), new WilderMean(in.period()))),
                average("dema", "Double exponential moving average")
                        .period(20)
                        .is("2 · ema − ema(ema)")
                        .from("2n − 1")
                        .by("Mulloy 1994")
                        .made(in -> new RunningStep(in.key(), in.input(), MultipleMean.twofold(in.period()))),
                average("tema", "Triple exponential moving average")
                        .period(20)
                        .is("3 · ema − 3 · ema(ema) + ema(ema(ema))")
                        .from("3n − 2")
                        .by("Mulloy 1994")
                        .made(in -> new RunningStep(in.key(), in.input(), MultipleMean.threefold(in.period()))));
    }

    private static List<CatalogueEntry> adaptive() {
        return List.of(
                average("hma", "Hull moving average")
                        .period("period", 16, 2)
                        .is("wma over √n of 2 · wma over n / 2 − wma over n; √n and n / 2 rounded down")
                        .from("n + √n − 1")
                        .by("Hull 2005")
                        .made(in -> new RunningStep(in.key(), in.input(), new HullMean(in.period()))),
                average("kama", "Kaufman's adaptive moving average")
                        .period(10)
                        .is("m += c² · (x − m), c = e · (2/3 − 2/31) + 2/31, e = change over n / way over n;"
                                + " begins with the value before its first")
                        .from("n + 1")
                        .by("Kaufman 1995")
                        .made(in -> new RunningStep(in.key(), in.input(), new KaufmanMean(in.period()))),
                average("trima", "Triangular moving average")
                        .period(20)
                        .is("sma over n / 2 + 1 of sma over (n + 1) / 2, both rounded down")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), new TriangularMean(in.period()))),
                average("t3", "Tillson's T3")
                        .period(5)
                        .number("volume_factor", 0.7, 0, 1)
                        .is("c1 · e6 + c2 · e5 + c3 · e4 + c4 · e3, eK the K-fold ema; c1 = −v³, c2 = 3v² + 3v³,"
                                + " c3 = −6v² − 3v − 3v³, c4 = 1 + 3v + v³ + 3v²")
                        .from("6n − 5")
                        .by("Tillson 1998")
                        .made(in -> new RunningStep(
                                in.key(), in.input(), new TillsonMean(in.period(), in.number("volume_factor")))),
                average("alma", "Arnaud Legoux moving average")
                        .period(9)
                        .number("offset", 0.85, 0, 1)
                        .number("sigma", 6, 0.1, 1000)
                        .is("mean of the last n, weighed e^(−(i − o)² / (2d²)) for i = 0 … n − 1,"
                                + " o = offset · (n − 1), d = n / sigma")
                        .from("n")
                        .by("Legoux, Kouzis-Loukas 2009")
                        .made(in -> new RunningStep(
                                in.key(),
                                in.input(),
                                new GaussianMean(in.period(), in.number("offset"), in.number("sigma")))),
                average("vwma", "Volume weighted moving average")
                        .period(20)
                        .is("sum of x · volume / sum of volume over n; the simple mean without volume")
                        .from("n")
                        .made(in -> new VolumeMeanStep(in.key(), in.candles(), in.input(), in.period())),
                average("linear_regression", "Linear regression")
                        .period("period", 14, 2)
                        .lines("value")
                        .outputs(IndicatorSpec.Style.HIDDEN, "slope", "fit")
                        .is("end and slope per candle of the least-squares line through the last n; the fit is r²,"
                                + " 1 when nothing varies")
                        .from("n")
                        .by("Gauss 1809")
                        .made(in -> new RegressionStep(in.key(), in.input(), in.period())));
    }

    private static CatalogueEntry.Builder average(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.AVERAGE).of(CLOSE).onPrice();
    }
}
