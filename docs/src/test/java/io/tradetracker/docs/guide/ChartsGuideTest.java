package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.json.ChartRequest;
import io.tradetracker.charts.render.ChartPicture;
import io.tradetracker.charts.service.Chart;
import io.tradetracker.charts.service.ChartFormat;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.ta4j.Ta4jCandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.FisherIndicator;

/** What "Charts" shows: its pictures are made here. */
final class ChartsGuideTest {
    private static final Path PICTURES = Path.of("pictures", "charts");
    private static final Colour BLUE = Colour.of("#2962ff");
    private static final Colour PINK = Colour.of("#c2185b");

    @Test
    void charts() {
        CandleSeries candles = SampleData.us500Daily();

        // snippet: chart
        ChartSpec chart = ChartSpec.of(candles)
                .last(300)
                .indicator("sma(20)")
                .indicator("ema(50)")
                .indicator("bollinger(20,2)")
                .volume()
                .indicator("rsi")
                .indicator("macd")
                .title("S&P 500, daily")
                .build();
        byte[] png = ImageEncoder.encode(ChartPicture.of(chart, new Fonts()), ImageFormat.PNG);
        // end

        assertThat(png).hasSizeGreaterThan(10_000);
    }

    @Test
    void indicatorsOfTa4j() {
        CandleSeries candles = SampleData.us500Daily();

        // snippet: chart-ta4j
        Values fisher = Values.of(Ta4jCandles.column(candles, bars -> new FisherIndicator(bars)));
        ChartSpec chart = ChartSpec.of(candles)
                .last(250)
                .study("fisher", Layer.Study.line("Fisher", fisher))
                .build();
        // end

        assertThat(chart.pane("fisher")).isPresent();
    }

    @Test
    void service() {
        CandleSeries candles = SampleData.us500Daily();

        // snippet: chart-service
        ChartService service = ChartService.create();
        ChartRequest wanted = ChartRequest.parse("""
                {"last": 250, "indicators": ["sma(20)", "rsi"], "volume": "overlay", "patterns": ["double_top"],
                 "theme": "dark", "size": "1200x800@2"}
                """);
        Chart chart = service.chart(candles, wanted, ChartFormat.PNG);
        String image = chart.dataUri();
        Optional<Chart> again = service.find(chart.id());
        // end

        assertThat(image).startsWith("data:image/png;base64,");
        assertThat(again).contains(chart);
    }

    private static Map<String, ChartSpec> gallery() {
        CandleSeries us500 = SampleData.us500Daily();
        CandleSeries ether = SampleData.ethUsdFiveMinutes();
        Map<String, ChartSpec> gallery = new LinkedHashMap<>();
        gallery.put(
                "indicators",
                ChartSpec.of(us500)
                        .last(300)
                        .indicator("sma(20)")
                        .indicator("ema(50)")
                        .indicator("bollinger(20,2)")
                        .volume()
                        .indicator("rsi")
                        .indicator("macd")
                        .title("S&P 500, daily")
                        .build());
        gallery.put(
                "log-dark",
                ChartSpec.of(us500)
                        .last(5000)
                        .scale(PriceScale.LOG)
                        .theme(Theme.DARK)
                        .volume()
                        .build());
        gallery.put(
                "phone",
                ChartSpec.of(ether)
                        .last(120)
                        .size(ChartSize.PHONE)
                        .indicator("rsi")
                        .volume()
                        .build());
        gallery.put(
                "hollow",
                ChartSpec.of(us500)
                        .last(60)
                        .type(new ChartType.Hollow())
                        .size(ChartSize.of(800, 400))
                        .build());
        gallery.put(
                "renko",
                ChartSpec.of(us500)
                        .last(250)
                        .type(new ChartType.Renko(0))
                        .size(ChartSize.of(800, 400))
                        .build());
        gallery.put(
                "point-and-figure",
                ChartSpec.of(us500)
                        .last(500)
                        .type(new ChartType.PointAndFigure(0, 3))
                        .size(ChartSize.of(800, 600))
                        .build());
        gallery.put("trades", trades(us500));
        gallery.put("patterns", patterns(us500));
        return gallery;
    }

    private static Anchor at(CandleSeries candles, int back, double factor) {
        int i = candles.size() - back;
        return new Anchor(candles.time(i), candles.close(i) * factor);
    }

    private static ChartSpec trades(CandleSeries candles) {
        TradeMark gained = new TradeMark(
                true,
                at(candles, 150, 1),
                at(candles, 112, 1),
                List.of(at(candles, 150, 0.97), at(candles, 130, 1)),
                List.of(at(candles, 150, 1.06)),
                "+4.1%");
        TradeMark open =
                new TradeMark(false, at(candles, 44, 1), null, List.of(at(candles, 44, 1.03)), List.of(), "short");
        return ChartSpec.of(candles)
                .last(180)
                .trades(List.of(gained, open))
                .draw(
                        new Drawing.TrendLine(at(candles, 128, 0.99), at(candles, 60, 0.99), true, "Trend", BLUE),
                        new Drawing.Fibonacci(at(candles, 40, 1.0), at(candles, 19, 1.0), PINK),
                        new Drawing.Zone(at(candles, 175, 1.005), at(candles, 120, 1.02), "Resistance", BLUE))
                .build();
    }

    private static ChartSpec patterns(CandleSeries candles) {
        Formation top = ChartPatternScan.of(candles).stream()
                .filter(each -> each.pattern() == ChartPattern.DOUBLE_TOP)
                .max((a, b) -> Double.compare(a.confidence(), b.confidence()))
                .orElseThrow();
        return ChartSpec.of(candles)
                .between(candles.time(top.firstCandle() - 60), candles.time(top.knownAt() + 40))
                .formations(List.of(top))
                .build();
    }

    @Test
    void thePicturesOfThePageAreThoseOfToday() throws IOException {
        Fonts fonts = new Fonts();
        for (Map.Entry<String, ChartSpec> each : gallery().entrySet()) {
            KeptPicture.compare(
                    PICTURES.resolve(each.getKey() + ".png"),
                    ImageEncoder.encode(ChartPicture.of(each.getValue(), fonts), ImageFormat.PNG),
                    "ChartsGuideTest");
        }
    }

    @Test
    void thePicturesAreNotTooLarge() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(PICTURES)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        assertThat(size).as("bytes of all pictures").isLessThan(6_000_000);
    }
}
