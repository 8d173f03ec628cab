package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.pluginhost.PluginCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopLossRule;

/** A plugin, which sees nothing of its host but the API, brings ta4j in its jar and trades as ta4j does. */
final class Ta4jPluginTest {
    private static final CandleSeries CANDLES = SampleCandles.shipped("us500-1d.csv", Timeframe.D1);

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        Ta4jPluginJar.whole().write(folder.resolve("cross.jar"));
    }

    @Test
    void makesTheTradesOfTa4j() {
        List<String> expected = new Comparison(CANDLES, FillAt.NEXT_OPEN, Ta4jPluginTest::cross).theirs();

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures()).isEmpty();
            BacktestResult result = run(catalog.factory("ta4j-cross", Map.of("fast", "10")));

            assertThat(Comparison.lines(result.fills())).hasSizeGreaterThan(100).isEqualTo(expected);
        }
    }

    @Test
    void makesThemAgainWhenItIsLoadedAgain() {
        List<String> before = fillsOfAFreshCatalog();

        assertThat(fillsOfAFreshCatalog()).hasSizeGreaterThan(100).isEqualTo(before);
    }

    private List<String> fillsOfAFreshCatalog() {
        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            return Comparison.lines(run(catalog.factory("ta4j-cross", Map.of())).fills());
        }
    }

    @Test
    void saysWhatItsStrategyMayNotUse() {
        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThatThrownBy(() -> run(catalog.factory("ta4j-cross", Map.of("ahead", "true"))))
                    .hasMessageContaining("strategy uses ta4j's SGMAIndicator, which cannot be used");
        }
    }

    @Test
    void isToldWhenItDoesNotCarryTheBridge() throws IOException {
        Ta4jPluginJar.own().write(folder.resolve("cross.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures())
                    .singleElement()
                    .asString()
                    .contains("class org.ta4j.core.Indicator is missing from the jar");
        }
    }

    private static BacktestResult run(StrategyFactory strategy) {
        return TradeTracker.create()
                .backtest()
                .candles(CANDLES)
                .cash(1_000_000)
                .strategy(strategy)
                .run();
    }

    /** What the plugin's strategy is, over the series that ta4j runs. */
    private static Strategy cross(BarSeries bars) {
        var close = new ClosePriceIndicator(bars);
        var fast = new SMAIndicator(close, 10);
        var slow = new SMAIndicator(close, 30);
        return new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow),
                new CrossedDownIndicatorRule(fast, slow).or(new StopLossRule(close, 5)),
                30);
    }
}
