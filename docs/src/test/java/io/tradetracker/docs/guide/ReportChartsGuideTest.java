package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.encode.Picture;
import io.tradetracker.charts.report.ReportCharts;
import io.tradetracker.charts.report.SurfaceAxis;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.Breakdown;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterGrid;
import io.tradetracker.core.sweep.SweepSurface;
import io.tradetracker.samples.data.SampleData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The charts of reports that "Charts" shows, of runs over real prices. */
final class ReportChartsGuideTest {
    @Test
    void thePicturesOfThePageAreThoseOfToday() throws IOException {
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(context -> new Cross(context, Map.of("fast", "20", "slow", "100")))
                .cash(10_000)
                .run();
        Map<String, Picture> pictures = new LinkedHashMap<>();

        // snippet: report-charts
        ReportCharts charts = new ReportCharts(new Fonts(), Theme.LIGHT, ChartSize.of(900, 500), Locale.ENGLISH);
        EquityCurve curve = result.equity();
        List<Instant> times =
                IntStream.range(0, curve.size()).mapToObj(curve::time).toList();
        Values equity = Values.of(
                IntStream.range(0, curve.size()).mapToDouble(curve::equity).toArray());
        byte[] png = ImageEncoder.encode(charts.equity("Equity in USD", times, equity), ImageFormat.PNG);
        // end

        assertThat(png).isNotEmpty();
        pictures.put("equity", charts.equity("Equity in USD", times, equity));
        pictures.put("months", charts.months("Return by month, %", months(result)));
        pictures.put(
                "distribution",
                charts.distribution(
                        "Round trips",
                        Values.of(result.roundTrips().stream()
                                .mapToDouble(RoundTrip::returnPercent)
                                .toArray()),
                        "return, %"));
        pictures.put("surface", surface(charts));
        for (Map.Entry<String, Picture> each : pictures.entrySet()) {
            KeptPicture.compare(
                    Path.of("pictures", "charts", each.getKey() + ".png"),
                    ImageEncoder.encode(each.getValue(), ImageFormat.PNG),
                    "ReportChartsGuideTest");
        }
    }

    private static Map<YearMonth, Double> months(BacktestResult result) {
        Map<YearMonth, Double> months = new TreeMap<>();
        Breakdown breakdown = Breakdown.of(result.equity(), result.settings().cash(), result.roundTrips());
        for (Breakdown.Month month : breakdown.months()) {
            months.put(month.month(), month.returnPercent());
        }
        months.keySet().removeIf(month -> month.getYear() < 2008);
        return months;
    }

    private static Picture surface(ReportCharts charts) {
        SweepSurface surface = TradeTracker.create()
                .sweep()
                .candles(SampleData.us500Daily())
                .grid(ParameterGrid.of("fast=5..50:5", "slow=20..200:20"))
                .strategy(values -> context -> new Cross(context, values))
                .configure(backtest -> backtest.cash(50_000))
                .run()
                .surface("fast", "slow", Statistic.SHARPE);
        List<Values> rows = surface.values().stream()
                .map(row ->
                        Values.of(row.stream().mapToDouble(Double::doubleValue).toArray()))
                .toList();
        return charts.surface(
                "Sharpe ratio",
                new SurfaceAxis("fast", surface.x().values()),
                new SurfaceAxis("slow", surface.y().values()),
                rows);
    }

    private static final class Cross implements Strategy {
        private final Indicator fast;
        private final Indicator slow;

        Cross(StrategyContext context, Map<String, String> values) {
            fast = context.indicators().sma(CLOSE, Integer.parseInt(values.get("fast")));
            slow = context.indicators().sma(CLOSE, Integer.parseInt(values.get("slow")));
        }

        @Override
        public Decision onCandle(StrategyView view) {
            return fast.crossedAbove(slow)
                    ? Decision.enter(BUY)
                    : fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
        }
    }
}
