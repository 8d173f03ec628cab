package io.tradetracker.ta4j;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.JMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.candles.BullishEngulfingIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.DateTimeIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AverageTrueRangeStopLossRule;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.BooleanIndicatorRule;
import org.ta4j.core.rules.BooleanRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OpenedPositionMinimumBarCountRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;
import org.ta4j.core.rules.TimeRangeRule;
import org.ta4j.core.rules.TrailingStopLossRule;
import org.ta4j.core.rules.UnderIndicatorRule;
import org.ta4j.core.rules.WaitForRule;
import org.ta4j.core.rules.XorRule;

/** Strategies as ta4j's users write them. */
final class KnownStrategies {
    private KnownStrategies() {}

    static Map<String, Function<BarSeries, Strategy>> all() {
        Map<String, Function<BarSeries, Strategy>> all = new LinkedHashMap<>();
        all.put("sma cross", KnownStrategies::smaCross);
        all.put("sma cross, short", KnownStrategies::smaCrossShort);
        all.put("rsi", KnownStrategies::rsi);
        all.put("macd with atr stop", KnownStrategies::macdWithAtrStop);
        all.put("stop gain and loss", KnownStrategies::stops);
        all.put("trailing stop", KnownStrategies::trailingStop);
        all.put("opening range", KnownStrategies::openingRange);
        all.put("and, or, xor, not", KnownStrategies::logic);
        all.put("waits and counts", KnownStrategies::waits);
        all.put("jma behind another rule", KnownStrategies::jmaBehindAnother);
        all.put("both strategies", bars -> smaCross(bars).or(rsi(bars)));
        return all;
    }

    static Function<BarSeries, Strategy> get(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static Strategy smaCross(BarSeries bars) {
        Indicator<Num> close = new ClosePriceIndicator(bars);
        Indicator<Num> fast = new SMAIndicator(close, 10);
        Indicator<Num> slow = new SMAIndicator(close, 30);
        return new BaseStrategy(
                "SMA cross",
                new CrossedUpIndicatorRule(fast, slow),
                new CrossedDownIndicatorRule(fast, slow),
                slow.getCountOfUnstableBars());
    }

    static Strategy smaCrossShort(BarSeries bars) {
        Strategy longSide = smaCross(bars);
        return new BaseStrategy(longSide.getExitRule(), longSide.getEntryRule(), 30, TradeType.SELL);
    }

    static Strategy rsi(BarSeries bars) {
        Indicator<Num> rsi = new RSIIndicator(new ClosePriceIndicator(bars), 14);
        return new BaseStrategy(new UnderIndicatorRule(rsi, 30), new OverIndicatorRule(rsi, 70), 14);
    }

    static Strategy macdWithAtrStop(BarSeries bars) {
        MACDIndicator macd = new MACDIndicator(new ClosePriceIndicator(bars), 12, 26);
        Indicator<Num> signal = new EMAIndicator(macd, 9);
        Rule exit = new CrossedDownIndicatorRule(macd, signal).or(new AverageTrueRangeStopLossRule(bars, 14, 2.0));
        return new BaseStrategy(new CrossedUpIndicatorRule(macd, signal), exit);
    }

    static Strategy stops(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Rule exit = new StopGainRule(close, 1).or(new StopLossRule(close, 0.5));
        return new BaseStrategy(new CrossedUpIndicatorRule(close, new SMAIndicator(close, 20)), exit, 20);
    }

    static Strategy trailingStop(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Rule exit = new TrailingStopLossRule(close, bars.numFactory().numOf(0.75))
                .or(new AverageTrueRangeTrailingStopLossRule(bars, 14, 3));
        return new BaseStrategy(new CrossedUpIndicatorRule(close, new EMAIndicator(close, 20)), exit, 20);
    }

    static Strategy openingRange(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        DateTimeIndicator begin = new DateTimeIndicator(bars, Bar::getBeginTime);
        Rule session =
                new TimeRangeRule(List.of(new TimeRangeRule.TimeRange(LocalTime.of(2, 0), LocalTime.of(20, 0))), begin);
        Indicator<Num> top = new PreviousValueIndicator(new HighestValueIndicator(new HighPriceIndicator(bars), 8));
        Indicator<Num> bottom = new PreviousValueIndicator(new LowestValueIndicator(new LowPriceIndicator(bars), 8));
        Rule entry = session.and(new OverIndicatorRule(close, top));
        return new BaseStrategy(entry, session.negation().or(new UnderIndicatorRule(close, bottom)), 9);
    }

    static Strategy logic(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Rule above = new OverIndicatorRule(close, new SMAIndicator(close, 15));
        Rule oversold = new UnderIndicatorRule(new RSIIndicator(close, 5), 40);
        Rule engulfing = new BooleanIndicatorRule(new BullishEngulfingIndicator(bars));
        Rule entry = new XorRule(above, oversold).and(engulfing.negation());
        return new BaseStrategy(entry, above.negation().and(oversold).or(engulfing), 15);
    }

    static Strategy waits(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Rule below = new UnderIndicatorRule(close, new SMAIndicator(close, 8));
        Rule entry = below.and(new WaitForRule(TradeType.SELL, 7).or(new UnderIndicatorRule(close, 99)));
        Rule exit = new OpenedPositionMinimumBarCountRule(5)
                .and(new OverIndicatorRule(close, new SMAIndicator(close, 8)))
                .or(new WaitForRule(TradeType.BUY, 25));
        return new BaseStrategy(entry, exit, 8);
    }

    static Strategy jmaBehindAnother(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Indicator<Num> jma = new JMAIndicator(close, 10, 50, 2);
        Rule rising = new OverIndicatorRule(close, new SMAIndicator(close, 40));
        return new BaseStrategy(
                rising.and(new OverIndicatorRule(close, jma)),
                new BooleanRule(true).and(new UnderIndicatorRule(close, jma)),
                40);
    }
}
