package io.tradetracker.ta4j;

import java.util.List;
import org.ta4j.core.analysis.InvestedInterval;
import org.ta4j.core.analysis.PerformanceIndicator;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.RWIHighIndicator;
import org.ta4j.core.indicators.RWILowIndicator;
import org.ta4j.core.indicators.averages.DMAIndicator;
import org.ta4j.core.indicators.averages.EDMAIndicator;
import org.ta4j.core.indicators.averages.SGMAIndicator;
import org.ta4j.core.indicators.helpers.DifferencePercentageIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuChikouSpanIndicator;
import org.ta4j.core.indicators.pivotpoints.DeMarkPivotPointIndicator;
import org.ta4j.core.indicators.pivotpoints.DeMarkReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.FibonacciReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.PivotPointIndicator;
import org.ta4j.core.indicators.pivotpoints.StandardReversalIndicator;
import org.ta4j.core.indicators.statistics.PeriodicalGrowthRateIndicator;
import org.ta4j.core.indicators.supportresistance.AbstractTrendLineIndicator;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.TrailingStopLossRule;
import org.ta4j.core.strategy.named.NamedStrategy;

/** What is known of types of ta4j 0.22.2, all of it measured; a subtype has the fault as well. */
final class KnownFaults {
    private static final String SLOW = "its cost grows with the number of candles";
    private static final String PIVOTS = "indicators().pivotPoints(), or named(\"pivots\", …) and its relatives";

    private static final String CURVE = "it is computed while it is made, of a record of positions that is complete";

    /** What gives values that are not to be had at a candle's close. */
    static final List<Fault> REFUSED = List.of(
            new Fault(
                    SGMAIndicator.class,
                    "its value is the mean of candles on both sides, the later half of which has not closed",
                    "indicators().sma(source, period), which has the same mean when it can be known"),
            new Fault(
                    IchimokuChikouSpanIndicator.class,
                    "its value is a close of later candles; as a line it is the close drawn to the left",
                    "indicators().ichimoku(), or compare the close with candles.close(26)"),
            new Fault(
                    AbstractTrendLineIndicator.class,
                    "it draws its lines anew with each candle, so that earlier values change",
                    "indicators().linearRegression(source, period)"),
            new Fault(
                    PeriodicalGrowthRateIndicator.class,
                    "its value is that of the whole series, later candles included",
                    "indicators().roc(source, period)"),
            new Fault(
                    EDMAIndicator.class,
                    "it computes all values while it is made, when no candle has closed",
                    "indicators().ema(source, period) and value(displacement)"),
            new Fault(PerformanceIndicator.class, CURVE, "view.equity() and the run's report"),
            new Fault(InvestedInterval.class, CURVE, "view.position().isFlat()"));

    /** What works, but better not. */
    @SuppressWarnings("deprecation") // ta4j still has it
    static final List<Fault> DOUBTFUL = List.of(
            new Fault(RWIHighIndicator.class, "it makes an average true range anew for each value; " + SLOW, ""),
            new Fault(RWILowIndicator.class, "it makes an average true range anew for each value; " + SLOW, ""),
            new Fault(
                    ParabolicSarIndicator.class,
                    "it is very slow",
                    "indicators().parabolicStop(0.02, 0.2), the catalogue's psar"),
            new Fault(PivotPointIndicator.class, "it searches the day before at each candle", PIVOTS),
            new Fault(StandardReversalIndicator.class, "it searches the day before at each candle", PIVOTS),
            new Fault(FibonacciReversalIndicator.class, "it searches the day before at each candle", PIVOTS),
            new Fault(DeMarkPivotPointIndicator.class, "it searches the day before at each candle", PIVOTS),
            new Fault(DeMarkReversalIndicator.class, "it searches the day before at each candle", PIVOTS),
            new Fault(
                    DifferencePercentageIndicator.class,
                    "it goes through all candles again for each value; " + SLOW,
                    "a few lines in onCandle that keep the last price"),
            new Fault(
                    DMAIndicator.class,
                    "a displacement below zero means later candles; through the bridge it has no effect",
                    "indicators().sma(source, period) and value(displacement)"),
            new Fault(
                    TrailingStopLossRule.class,
                    "it searches the candles since the entry at each candle, and stops at a close only",
                    "Decision.enter(side).trailingPercent(percent)"),
            new Fault(
                    AverageTrueRangeTrailingStopLossRule.class,
                    "it searches the candles since the entry at each candle, and stops at a close only",
                    "Decision.enter(side).trailing(atr, factor)"),
            new Fault(
                    NamedStrategy.class,
                    "ta4j keeps its class for as long as it is loaded, and refuses a second one of that simple name",
                    "org.ta4j.core.BaseStrategy"));

    private KnownFaults() {}

    /**
     * One type and its fault.
     *
     * @param type of ta4j
     * @param reason what is wrong
     * @param instead what to use; empty for nothing
     */
    record Fault(Class<?> type, String reason, String instead) {
        boolean isOf(Object object) {
            return type.isInstance(object);
        }

        Ta4jWarning toWarning(Object object) {
            return new Ta4jWarning(object.getClass().getSimpleName(), reason, instead);
        }
    }
}
