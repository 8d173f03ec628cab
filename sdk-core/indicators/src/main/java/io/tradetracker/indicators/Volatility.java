package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import java.util.List;
import java.util.stream.Stream;

/** How far the price swings. */
final class Volatility {
    private Volatility() {}

    static List<CatalogueEntry> all() {
        return Stream.of(deviations(), channels()).flatMap(List::stream).toList();
    }

    private static List<CatalogueEntry> deviations() {
        return List.of(
                volatility("true_range", "True range")
                        .is("max(high, close before) − min(low, close before)")
                        .from("2")
                        .by("Wilder 1978")
                        .made(in -> new TrueRangeStep(in.key(), in.candles())),
                volatility("atr", "Average true range")
                        .period(14)
                        .is("rma of true ranges, which begin at candle 2")
                        .from("n + 1")
                        .by("Wilder 1978")
                        .made(in -> new AtrStep(in.key(), in.candles(), in.period())),
                volatility("natr", "Average true range, percent")
                        .period(14)
                        .is("atr in percent of the close")
                        .from("n + 1")
                        .made(in -> new PercentOfCloseStep(
                                in.key(), in.candles(), in.part("atr", in.source(), in.period()))),
                volatility("standard_deviation", "Standard deviation")
                        .of(CLOSE)
                        .period(20)
                        .is("population standard deviation of the last n")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), Deviation.standard(in.period()))),
                volatility("z_score", "Z-score")
                        .of(CLOSE)
                        .period(20)
                        .is("(x − mean) / population standard deviation of the last n; 0 when nothing deviates")
                        .from("n")
                        .made(in -> new RunningStep(in.key(), in.input(), Deviation.score(in.period()))),
                volatility("choppiness", "Choppiness index")
                        .period("period", 14, 2)
                        .is("100 · log10(sum of true ranges / (highest high − lowest low)) / log10(n); 100 without a"
                                + " range")
                        .from("n + 1")
                        .by("Dreiss 1991")
                        .made(in -> new ChoppinessStep(in.key(), in.candles(), in.period())));
    }

    private static List<CatalogueEntry> channels() {
        return List.of(
                volatility("bollinger", "Bollinger bands")
                        .of(CLOSE)
                        .period(20)
                        .factor(2)
                        .onPrice()
                        .lines("upper", "middle", "lower")
                        .is("sma ± factor · population standard deviation")
                        .from("n")
                        .by("Bollinger 2001")
                        .made(in -> new BollingerStep(in.key(), in.input(), in.period(), in.number("factor"))),
                volatility("percent_b", "Bollinger %b")
                        .of(CLOSE)
                        .period(20)
                        .factor(2)
                        .is("(x − lower band) / (upper − lower band); 0.5 when they are one")
                        .from("n")
                        .by("Bollinger 2001")
                        .made(in -> new RunningStep(
                                in.key(), in.input(), BandShape.place(in.period(), in.number("factor")))),
                volatility("bandwidth", "Bollinger bandwidth")
                        .of(CLOSE)
                        .period(20)
                        .factor(2)
                        .is("(upper − lower band) in percent of the middle")
                        .from("n")
                        .by("Bollinger 2001")
                        .made(in -> new RunningStep(
                                in.key(), in.input(), BandShape.width(in.period(), in.number("factor")))),
                volatility("keltner", "Keltner channel")
                        .of(CLOSE)
                        .period(20)
                        .period("range", 10)
                        .factor(2)
                        .onPrice()
                        .lines("upper", "middle", "lower")
                        .is("ema ± factor · atr over range")
                        .from("the later of n and range + 1")
                        .by("Keltner 1960, Raschke")
                        .made(in -> new KeltnerStep(
                                in.key(),
                                in.part("ema", in.source(), in.period()),
                                in.part("atr", in.source(), in.number("range")),
                                in.number("factor"))),
                volatility("donchian", "Donchian channel")
                        .period(20)
                        .onPrice()
                        .lines("upper", "middle", "lower")
                        .is("highest high, lowest low and their middle over n, last closed candle included")
                        .from("n")
                        .by("Donchian 1960")
                        .made(in -> new DonchianStep(in.key(), in.candles(), in.period())));
    }

    private static CatalogueEntry.Builder volatility(String id, String title) {
        return CatalogueEntry.of(id, title, IndicatorGroup.VOLATILITY);
    }
}
