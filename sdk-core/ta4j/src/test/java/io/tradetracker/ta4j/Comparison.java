package io.tradetracker.ta4j;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.FillAt;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.backtest.TradeOnNextOpenModel;

/** One ta4j strategy in ta4j's own backtest and, through the bridge, in ours. */
record Comparison(CandleSeries candles, FillAt fillAt, Function<BarSeries, Strategy> maker) {
    /** {@return every execution of ta4j's run: time, side, price} */
    List<String> theirs() {
        BarSeries bars = Ta4jCandles.toBarSeries(candles);
        boolean nextOpen = fillAt == FillAt.NEXT_OPEN;
        var manager =
                new BarSeriesManager(bars, nextOpen ? new TradeOnNextOpenModel() : new TradeOnCurrentCloseModel());
        return manager.run(maker.apply(bars)).getTrades().stream()
                .map(trade -> line(
                        timeOf(trade, bars, nextOpen),
                        trade.getType().name(),
                        trade.getPricePerAsset().doubleValue()))
                .toList();
    }

    private static Instant timeOf(Trade trade, BarSeries bars, boolean nextOpen) {
        Bar bar = bars.getBar(trade.getIndex());
        return nextOpen ? bar.getBeginTime() : bar.getEndTime();
    }

    /** {@return every execution of our run: time, side, price} */
    List<String> ours() {
        return lines(run().fills());
    }

    BacktestResult run() {
        return TradeTracker.create()
                .backtest()
                .candles(candles)
                .cash(1_000_000)
                .fillAt(fillAt)
                .strategy(Ta4jStrategies.of(maker))
                .run();
    }

    static List<String> lines(List<Fill> fills) {
        return fills.stream()
                .map(fill ->
                        line(fill.time(), fill.side().toString(), fill.price().doubleValue()))
                .toList();
    }

    private static String line(Instant time, String side, double price) {
        return time + " " + side + " " + price;
    }
}
