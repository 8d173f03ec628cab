package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.indicators.chartpattern.PivotRule;
import io.tradetracker.samples.data.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of "Chart patterns" is that of the patterns in code, and what it shows works. */
final class ChartPatternsPageTest {
    private static final Path PAGE = Path.of("chart-patterns.md");
    private static final String BEGIN = "<!-- begin: patterns -->\n";
    private static final String END = "<!-- end: patterns -->";

    @Test
    void listsEveryPatternWithItsDescription() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("pictures.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        }

        assertThat(Files.readString(PAGE))
                .as("if the change is meant: mvn -pl docs -am test -Dtest=ChartPatternsPageTest -Dpictures.update=true")
                .contains(BEGIN + table() + END);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| id | name | direction | what it is |\n|---|---|---:|---|\n");
        for (ChartPattern each : ChartPattern.values()) {
            String direction = each.direction() < 0 ? "−1" : Integer.toString(each.direction());
            table.append("| `")
                    .append(each.id())
                    .append("` | ")
                    .append(each.title())
                    .append(" | ");
            table.append(direction).append(" | ").append(each.description()).append(" |\n");
        }
        return table.toString();
    }

    @Test
    void findsThemInASeries() {
        CandleSeries candles = SampleData.us500Daily();

        // snippet: chart-patterns-all
        List<Formation> found = ChartPatternScan.of(candles);
        for (Formation each : found) {
            System.out.println(
                    each.pattern().title() + " known at candle " + each.knownAt() + ", target " + each.target());
        }
        // end

        assertThat(found).hasSizeGreaterThan(100);
    }

    @Test
    void followsCandlesAsTheyClose() {
        CandleSeries candles = SampleData.us500Daily();
        int signals = 0;

        // snippet: chart-patterns-stream
        ChartPatternScan scan = new ChartPatternScan(
                EnumSet.of(ChartPattern.DOUBLE_BOTTOM, ChartPattern.INVERSE_HEAD_AND_SHOULDERS), PivotRule.usual());
        for (int i = 0; i < candles.size(); i++) {
            List<Formation> known =
                    scan.onCandle(candles.timeMillis(i), candles.high(i), candles.low(i), candles.close(i));
            signals += known.size();
        }
        // end

        assertThat(signals).isPositive();
    }

    @Test
    void tradesThem() {
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(Bottoms::new)
                .cash(50_000)
                .run();

        assertThat(result.fills()).isNotEmpty();
    }

    // snippet: chart-patterns-strategy
    private static final class Bottoms implements Strategy {
        private final Map<String, Indicator> bottom;

        Bottoms(StrategyContext context) {
            bottom = context.indicators().named("double_bottom", Map.of());
        }

        @Override
        public Decision onCandle(StrategyView view) {
            boolean isKnown =
                    bottom.get("signal").value() > 0 && bottom.get("confidence").value() > 0.5;
            return isKnown ? Decision.enter(OrderSide.BUY) : Decision.hold();
        }
    }
    // end
}
