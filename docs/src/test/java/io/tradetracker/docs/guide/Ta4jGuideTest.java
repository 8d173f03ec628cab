package io.tradetracker.docs.guide;

import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.ta4j.Ta4j;
import io.tradetracker.ta4j.Ta4jCandles;
import io.tradetracker.ta4j.Ta4jRule;
import io.tradetracker.ta4j.Ta4jStrategies;
import io.tradetracker.ta4j.Ta4jWarning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.indicators.FisherIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopLossRule;

final class Ta4jGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "ta4j.md");

    // snippet: ta4j-strategy
    static org.ta4j.core.Strategy smaCross(BarSeries bars) {
        var close = new ClosePriceIndicator(bars);
        var fast = new SMAIndicator(close, 10);
        var slow = new SMAIndicator(close, 30);
        return new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow),
                new CrossedDownIndicatorRule(fast, slow).or(new StopLossRule(close, 5)),
                30);
    }
    // end

    // snippet: ta4j-bridge
    static final class FisherTurn implements Strategy {
        private final Ta4j ta4j;
        private final Indicator fisher;
        private final Ta4jRule stop;

        FisherTurn(StrategyContext context) {
            ta4j = Ta4j.on(context);
            fisher = ta4j.indicator("fisher", bars -> new FisherIndicator(bars));
            stop = ta4j.rule(bars -> new StopLossRule(new ClosePriceIndicator(bars), 2));
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (view.position().isFlat()) {
                return fisher.crossedAbove(0) ? Decision.enter(BUY) : Decision.hold();
            }
            return stop.satisfied(view) || fisher.crossedBelow(0) ? Decision.exit() : Decision.hold();
        }

        @Override
        public Decision onFill(FillView fill, StrategyView view) {
            ta4j.onFill(fill, view);
            return Decision.hold();
        }
    }
    // end

    // snippet: ta4j-plugin
    @StrategyInfo(
            id = "ta4j-cross",
            name = "Cross",
            summary = "Buys when ta4j's fast average crosses above the slow one.")
    public static final class Cross implements Strategy {
        private final Strategy cross;

        public Cross(StrategyContext context) {
            cross = Ta4jStrategies.of(bars -> smaCross(bars)).create(context);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            return cross.onCandle(view);
        }

        @Override
        public Decision onFill(FillView fill, StrategyView view) {
            return cross.onFill(fill, view);
        }
    }
    // end

    @Test
    void runsAPluginsStrategy() {
        var result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(Cross::new)
                .run();

        assertThat(result.roundTrips()).hasSizeGreaterThan(50);
    }

    @Test
    void runsAWholeStrategy() {
        BarSeries bars = Ta4jCandles.toBarSeries(SampleData.us500Daily());

        // snippet: ta4j-run
        CandleSeries candles = Ta4jCandles.from(bars, Instrument.of("US500"));
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(Ta4jStrategies.of(series -> smaCross(series)))
                .run();
        List<Ta4jWarning> warnings = Ta4jStrategies.warnings(series -> smaCross(series));
        // end

        assertThat(result.roundTrips()).hasSizeGreaterThan(50);
        assertThat(warnings).isEmpty();
    }

    @Test
    void usesAnIndicatorAndARule() {
        var result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(FisherTurn::new)
                .run();

        assertThat(result.roundTrips()).hasSizeGreaterThan(50);
    }

    /** The last column of the table of indicators has ids of the catalogue. */
    @Test
    void namesIndicatorsThatThereAre() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## Indicators"), page.indexOf("## Rules"));
        List<String> ids = Pattern.compile("\\| ([^|]+) \\|$", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([a-z_]+)`").matcher(row.group(1)).results())
                .map(id -> id.group(1))
                .toList();

        assertThat(ids)
                .hasSizeGreaterThan(40)
                .allSatisfy(id -> assertThat(IndicatorCatalogue.find(id)).as(id).isPresent());
    }
}
