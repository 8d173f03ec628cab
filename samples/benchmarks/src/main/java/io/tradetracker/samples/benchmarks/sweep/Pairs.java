package io.tradetracker.samples.benchmarks.sweep;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterGrid;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.plugins.smacross.SmaCross;
import io.tradetracker.samples.benchmarks.Ta4jLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.backtest.BacktestExecutor;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.reports.TradingStatement;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** 200 pairs of simple means, long only: ten fast ones with twenty slow ones. */
final class Pairs {
    private static final int FIRST_FAST = 2;
    private static final int LAST_FAST = 20;
    private static final int FIRST_SLOW = 25;
    private static final int LAST_SLOW = 120;
    private static final String GRID_FAST = "fast=2..20:2";
    private static final String GRID_SLOW = "slow=25..120:5";

    private final CandleSeries candles;
    private final BarSeries bars;

    Pairs(CandleSeries candles) {
        this.candles = candles;
        bars = Ta4jLane.toBars(candles);
    }

    /** {@return how many round trips all pairs made together} */
    double ours(int threads) {
        return sweep(threads).rows().stream()
                .mapToDouble(row -> row.get(Statistic.ROUND_TRIPS))
                .sum();
    }

    SweepResult sweep(int threads) {
        return TradeTracker.create()
                .sweep()
                .candles(candles)
                .grid(ParameterGrid.of(GRID_FAST, GRID_SLOW))
                .threads(threads)
                .strategy(values -> {
                    SmaCross.Parameters parameters =
                            new SmaCross.Parameters(number(values, "fast"), number(values, "slow"), false);
                    return context -> new SmaCross(context, parameters);
                })
                .run();
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(Objects.requireNonNull(values.get(name)));
    }

    /** {@return how many round trips all pairs made together} */
    double ta4j() {
        return statements().stream()
                .mapToInt(statement -> statement.getTradingRecord().getPositionCount())
                .sum();
    }

    List<TradingStatement> statements() {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        List<Strategy> all = new ArrayList<>();
        for (int fast = FIRST_FAST; fast <= LAST_FAST; fast += 2) {
            for (int slow = FIRST_SLOW; slow <= LAST_SLOW; slow += 5) {
                SMAIndicator fastMean = new SMAIndicator(close, fast);
                SMAIndicator slowMean = new SMAIndicator(close, slow);
                all.add(new BaseStrategy(
                        new CrossedUpIndicatorRule(fastMean, slowMean),
                        new CrossedDownIndicatorRule(fastMean, slowMean),
                        slow));
            }
        }
        return new BacktestExecutor(bars)
                .execute(all, DoubleNumFactory.getInstance().one());
    }
}
