package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Rule;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.CostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeExecutionModel;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.AverageTrueRangeStopLossRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** The rules as a user of ta4j writes them. The series is built before the clock starts. */
public final class Ta4jLane implements Lane.Runner {
    private final CandleSeries candles;
    private final BarSeries series;
    private final TradeExecutionModel model;
    private final CostModel costs;

    Ta4jLane(CandleSeries candles) {
        this(candles, new TradeOnNextOpenModel(), new ZeroCostModel());
    }

    Ta4jLane(CandleSeries candles, TradeExecutionModel model, CostModel costs) {
        this.candles = candles;
        this.model = model;
        this.costs = costs;
        series = toBars(candles);
    }

    /** {@return the candles as ta4j reads them, with numbers of its quick kind} */
    public static BarSeries toBars(CandleSeries candles) {
        List<Bar> bars = new ArrayList<>(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            bars.add(bar(candles, i));
        }
        return new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBars(bars)
                .build();
    }

    private static Bar bar(CandleSeries candles, int i) {
        Duration length = candles.timeframe().duration();
        return new BaseBar(
                length,
                candles.time(i),
                candles.time(i).plus(length),
                DoubleNum.valueOf(candles.open(i)),
                DoubleNum.valueOf(candles.high(i)),
                DoubleNum.valueOf(candles.low(i)),
                DoubleNum.valueOf(candles.close(i)),
                DoubleNum.valueOf(candles.volume(i)),
                DoubleNum.valueOf(0),
                0);
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        TradingRecord record =
                new BarSeriesManager(series, costs, new ZeroCostModel(), model).run(strategy(rules, series));
        return () -> record.getPositions().stream().map(this::key).toList();
    }

    static BaseStrategy strategy(TradingRules rules, BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        return switch (rules) {
            case SMA_CROSS -> smaCross(close);
            case RSI_REVERSION -> rsiReversion(close);
            case MACD_STOP -> macdStop(close);
        };
    }

    private static BaseStrategy smaCross(ClosePriceIndicator close) {
        SMAIndicator fast = new SMAIndicator(close, 10);
        SMAIndicator slow = new SMAIndicator(close, 30);
        return strategy(new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow));
    }

    private static BaseStrategy rsiReversion(ClosePriceIndicator close) {
        RSIIndicator rsi = new RSIIndicator(close, 14);
        return strategy(new UnderIndicatorRule(rsi, 30), new OverIndicatorRule(rsi, 70));
    }

    private static BaseStrategy macdStop(ClosePriceIndicator close) {
        MACDIndicator line = new MACDIndicator(close, 12, 26);
        EMAIndicator signal = line.getSignalLine(9);
        Rule exit = new CrossedDownIndicatorRule(line, signal)
                .or(new AverageTrueRangeStopLossRule(close.getBarSeries(), 14, 2.0));
        return strategy(new CrossedUpIndicatorRule(line, signal), exit);
    }

    private static BaseStrategy strategy(Rule entry, Rule exit) {
        return new BaseStrategy(entry, exit, TradingRules.FIRST_DECISION);
    }

    private RoundTripKey key(Position position) {
        Trade entry = position.getEntry();
        Trade exit = position.getExit();
        return new RoundTripKey(
                candles.timeMillis(entry.getIndex()),
                entry.getPricePerAsset().doubleValue(),
                candles.timeMillis(exit.getIndex()),
                exit.getPricePerAsset().doubleValue(),
                position.getProfit().doubleValue());
    }
}
