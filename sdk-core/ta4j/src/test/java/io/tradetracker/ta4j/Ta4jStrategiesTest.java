package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.FixedRule;
import org.ta4j.core.rules.TrailingStopLossRule;

/** Through the bridge, ta4j's strategies trade in our engine as they do in ta4j's. */
final class Ta4jStrategiesTest {
    @TestFactory
    Stream<DynamicTest> makesTheTradesOfTa4j() {
        List<CandleSeries> markets = SampleCandles.all().toList();
        return KnownStrategies.all().entrySet().stream()
                .map(strategy -> DynamicTest.dynamicTest(strategy.getKey(), () -> {
                    int trades = 0;
                    for (CandleSeries market : markets) {
                        for (FillAt fillAt : FillAt.values()) {
                            Comparison comparison = new Comparison(market, fillAt, strategy.getValue());
                            List<String> theirs = comparison.theirs();
                            assertThat(comparison.ours())
                                    .as("%s over %s filled at %s", strategy.getKey(), market, fillAt)
                                    .isEqualTo(theirs);
                            trades += theirs.size();
                        }
                    }
                    assertThat(trades).as("trades in all").isGreaterThan(50);
                }));
    }

    /** Rules that make an indicator at each candle look back to the entry with it. */
    @Test
    void makesTheTradesOfTa4jInLongPositions() {
        CandleSeries market = new Markets(8, Timeframe.M1, 32).randomWalk(6_000);
        Function<BarSeries, Strategy> trailing = bars -> new BaseStrategy(
                new FixedRule(10, 2_500, 4_000),
                new TrailingStopLossRule(
                                new EMAIndicator(new ClosePriceIndicator(bars), 9),
                                bars.numFactory().numOf(6))
                        .or(new AverageTrueRangeTrailingStopLossRule(bars, 14, 60)));

        for (FillAt fillAt : FillAt.values()) {
            Comparison comparison = new Comparison(market, fillAt, trailing);
            BacktestResult result = comparison.run();

            assertThat(Comparison.lines(result.fills())).isEqualTo(comparison.theirs());
            assertThat(result.roundTrips())
                    .hasSize(2)
                    .allSatisfy(trip -> assertThat(Duration.between(trip.entryTime(), trip.exitTime()))
                            .isGreaterThan(Duration.ofMinutes(1_000)));
        }
    }

    @Test
    void asksAStrategyOnceForEachCandleOfItsOwn() {
        CandleSeries own = new Markets(21, Timeframe.M15, 32).gappy(2_000);
        CandleSeries other = new Markets(22, Timeframe.M15, 32).randomWalk(2_500);
        StrategyFactory strategy = Ta4jStrategies.of(KnownStrategies.get("and, or, xor, not"));
        BacktestBuilder alone = TradeTracker.create().backtest().candles(own).strategy(strategy);
        BacktestBuilder beside =
                TradeTracker.create().backtest().candles(own).candles(other).strategy(strategy);

        BacktestResult expected = alone.run();
        BacktestResult actual = beside.run();

        assertThat(expected.fills()).hasSizeGreaterThan(300);
        assertThat(Comparison.lines(actual.fills())).isEqualTo(Comparison.lines(expected.fills()));
        assertThat(actual.decisionCount()).isEqualTo(expected.decisionCount());
        assertThat(actual.rejections()).isEmpty();
    }

    @Test
    void saysWhichRuleDecided() {
        CandleSeries market = SampleCandles.shipped("us500-1d.csv", Timeframe.D1);

        assertThat(new Comparison(market, FillAt.NEXT_OPEN, KnownStrategies::smaCross)
                        .run().decisions().stream()
                                .map(decision -> decision.decision().reason())
                                .distinct())
                .containsExactly("SMA cross: the entry rule is satisfied", "SMA cross: the exit rule is satisfied");
    }
}
