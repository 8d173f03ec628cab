package io.tradetracker.ta4j;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.candles.BearishEngulfingIndicator;
import org.ta4j.core.indicators.candles.BullishHaramiIndicator;
import org.ta4j.core.indicators.candles.DojiIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.DateTimeIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.helpers.TypicalPriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AndWithThresholdRule;
import org.ta4j.core.rules.AverageTrueRangeStopGainRule;
import org.ta4j.core.rules.AverageTrueRangeStopLossRule;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.BooleanIndicatorRule;
import org.ta4j.core.rules.ChainRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.DayOfWeekRule;
import org.ta4j.core.rules.HourOfDayRule;
import org.ta4j.core.rules.InPipeRule;
import org.ta4j.core.rules.IsFallingRule;
import org.ta4j.core.rules.IsHighestRule;
import org.ta4j.core.rules.IsLowestRule;
import org.ta4j.core.rules.IsRisingRule;
import org.ta4j.core.rules.JustOnceRule;
import org.ta4j.core.rules.OpenPositionDurationRule;
import org.ta4j.core.rules.OpenedPositionMinimumBarCountRule;
import org.ta4j.core.rules.OrWithThresholdRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;
import org.ta4j.core.rules.TrailingStopLossRule;
import org.ta4j.core.rules.UnderIndicatorRule;
import org.ta4j.core.rules.VoteRule;
import org.ta4j.core.rules.WaitForRule;
import org.ta4j.core.rules.helper.ChainLink;

/** A strategy of ta4j drawn from a seed: the same seed makes the same rules over any series. */
final class RandomStrategy {
    private final BarSeries bars;
    private final Random random;
    private final ClosePriceIndicator close;

    private RandomStrategy(BarSeries bars, long seed) {
        this.bars = bars;
        random = new Random(seed);
        close = new ClosePriceIndicator(bars);
    }

    static Strategy of(BarSeries bars, long seed) {
        return new RandomStrategy(bars, seed).strategy();
    }

    private Strategy strategy() {
        TradeType type = random.nextInt(3) == 0 ? TradeType.SELL : TradeType.BUY;
        Rule entry = tree(3, this::about);
        Rule exit = tree(2, this::about).or(tree(1, this::aboutPosition));
        return new BaseStrategy(entry, exit, random.nextInt(40), type);
    }

    private Rule tree(int depth, Supplier<Rule> leaf) {
        if (depth == 0) {
            return leaf.get();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> tree(depth - 1, leaf).and(tree(depth - 1, leaf));
            case 2, 3 -> tree(depth - 1, leaf).or(tree(depth - 1, leaf));
            case 4 -> tree(depth - 1, leaf).xor(tree(depth - 1, leaf));
            case 5 -> tree(depth - 1, leaf).negation();
            case 6 -> new VoteRule(2, List.of(tree(depth - 1, leaf), leaf.get(), leaf.get()));
            case 7 -> within(depth);
            default -> leaf.get();
        };
    }

    /** Rules that look at earlier candles; what is about a position says nothing there. */
    private Rule within(int depth) {
        int candles = 1 + random.nextInt(5);
        return switch (random.nextInt(3)) {
            case 0 -> new AndWithThresholdRule(tree(depth - 1, this::aboutPrice), aboutPrice(), candles);
            case 1 -> new OrWithThresholdRule(tree(depth - 1, this::aboutPrice), aboutPrice(), candles);
            default -> new ChainRule(aboutPrice(), new ChainLink(aboutPrice(), candles));
        };
    }

    private Rule about() {
        return random.nextInt(4) == 0 ? aboutPosition() : aboutPrice();
    }

    private Rule aboutPrice() {
        DateTimeIndicator time = new DateTimeIndicator(bars, Bar::getBeginTime);
        return switch (random.nextInt(14)) {
            case 0, 1 -> new CrossedUpIndicatorRule(price(), price());
            case 2, 3 -> new CrossedDownIndicatorRule(price(), price());
            case 4 -> new OverIndicatorRule(price(), price());
            case 5 -> new UnderIndicatorRule(oscillator(), 20 + random.nextInt(60));
            case 6 -> new OverIndicatorRule(oscillator(), 20 + random.nextInt(60));
            case 7 -> new IsRisingRule(price(), 1 + random.nextInt(4), 0.5);
            case 8 -> new IsFallingRule(price(), 1 + random.nextInt(4), 0.5);
            case 9 -> random.nextBoolean() ? new IsHighestRule(close, period()) : new IsLowestRule(close, period());
            case 10 -> new InPipeRule(close, new HighestValueIndicator(price(), period()), price());
            case 11 -> new HourOfDayRule(time, random.nextInt(24), random.nextInt(24), random.nextInt(24));
            case 12 -> new DayOfWeekRule(time, DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.MONDAY);
            default -> new BooleanIndicatorRule(pattern());
        };
    }

    private Rule aboutPosition() {
        double percent = 0.25 * (1 + random.nextInt(12));
        double factor = 0.5 * (1 + random.nextInt(8));
        return switch (random.nextInt(11)) {
            case 0 -> new StopLossRule(close, percent);
            case 1 -> new StopGainRule(close, percent);
            case 2 -> new TrailingStopLossRule(close, bars.numFactory().numOf(percent));
            case 3 -> new TrailingStopLossRule(close, bars.numFactory().numOf(percent), period());
            case 4 -> new AverageTrueRangeStopLossRule(bars, period(), factor);
            case 5 -> new AverageTrueRangeStopGainRule(bars, period(), factor);
            case 6 -> new AverageTrueRangeTrailingStopLossRule(bars, period(), factor);
            case 7 -> new WaitForRule(random.nextBoolean() ? TradeType.BUY : TradeType.SELL, random.nextInt(30));
            case 8 -> new OpenedPositionMinimumBarCountRule(1 + random.nextInt(30));
            case 9 -> new OpenPositionDurationRule(close, random.nextInt(30));
            default -> random.nextInt(4) == 0 ? new JustOnceRule(aboutPrice()) : new StopLossRule(close, percent);
        };
    }

    private Indicator<Num> price() {
        return switch (random.nextInt(9)) {
            case 0 -> close;
            case 1 -> new SMAIndicator(close, period());
            case 2 -> new EMAIndicator(new TypicalPriceIndicator(bars), period());
            case 3 -> new WMAIndicator(close, period());
            case 4 -> new HMAIndicator(close, 4 + period());
            case 5 -> new KAMAIndicator(close, period(), 2, 30);
            case 6 -> new PreviousValueIndicator(new HighestValueIndicator(new HighPriceIndicator(bars), period()));
            case 7 -> new PreviousValueIndicator(new LowestValueIndicator(new LowPriceIndicator(bars), period()));
            default -> new VWAPIndicator(bars, period());
        };
    }

    private Indicator<Num> oscillator() {
        return switch (random.nextInt(5)) {
            case 0 -> new RSIIndicator(close, period());
            case 1 -> new StochasticOscillatorKIndicator(bars, period());
            case 2 -> new CCIIndicator(bars, period());
            case 3 -> new MACDIndicator(close, 5, 5 + period());
            default ->
                random.nextBoolean()
                        ? new ATRIndicator(bars, period())
                        : new StandardDeviationIndicator(close, period());
        };
    }

    private Indicator<Boolean> pattern() {
        return switch (random.nextInt(3)) {
            case 0 -> new DojiIndicator(bars, 10, 0.1);
            case 1 -> new BullishHaramiIndicator(bars);
            default -> new BearishEngulfingIndicator(bars);
        };
    }

    private int period() {
        return 2 + random.nextInt(25);
    }
}
