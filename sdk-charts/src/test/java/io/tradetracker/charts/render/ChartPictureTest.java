package io.tradetracker.charts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.Plot;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.Formation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartPictureTest {
    private static final Fonts FONTS = new Fonts();
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final Colour RED = Colour.of("#ff0000");

    private static CandleSeries walk(long seed, int size, double start) {
        Random random = new Random(seed);
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M5);
        double price = start;
        for (int i = 0; i < size; i++) {
            double open = price;
            double close = open * Math.exp(random.nextGaussian() * 0.004);
            double high = Math.max(open, close) * (1 + random.nextDouble() * 0.002);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 0.002);
            builder.add(START + 300_000L * i, open, high, low, close, random.nextInt(1000));
            price = close;
        }
        return builder.build();
    }

    private static BufferedImage image(ChartSpec spec) {
        try {
            byte[] png = ImageEncoder.encode(ChartPicture.of(spec, FONTS), ImageFormat.PNG);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y);
    }

    private static long count(BufferedImage image, Colour colour) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(dot -> dot == colour.argb())
                .count();
    }

    static Stream<ChartType> types() {
        return Stream.of(
                new ChartType.Candlestick(),
                new ChartType.Hollow(),
                new ChartType.OhlcBars(),
                new ChartType.Line(),
                new ChartType.Area(),
                new ChartType.HeikinAshi(),
                new ChartType.Renko(0),
                new ChartType.PointAndFigure(0, 3));
    }

    @Test
    void bodiesStandWhereTheGeometrySaysInTheColoursOfTheTheme() {
        ChartSpec spec = ChartSpec.of(walk(1, 40, 100)).build();
        BufferedImage image = image(spec);
        ChartGeometry geometry = ChartPicture.of(spec, FONTS).geometry();
        ChartGeometry.PaneBox pane = geometry.panes().getFirst();
        int seen = 0;
        for (int i = 0; i < geometry.columns().size(); i++) {
            ChartGeometry.Column column = geometry.columns().get(i);
            double open = pane.yOf(column.open());
            double close = pane.yOf(column.close());
            if (Math.abs(open - close) > 4 && Math.min(open, close) > 60) {
                Colour colour = column.close() >= column.open()
                        ? Theme.LIGHT.data().rising()
                        : Theme.LIGHT.data().falling();
                assertThat(at(image, geometry.x(i), (open + close) / 2))
                        .as("candle %s", i)
                        .isEqualTo(colour.argb());
                seen++;
            }
            assertThat(geometry.column(geometry.x(i) + geometry.stepX() * 0.4)).isEqualTo(i);
            assertThat(pane.valueAt(pane.yOf(column.high()))).isEqualTo(column.high(), within(1e-9));
        }
        assertThat(seen).isGreaterThan(15);
    }

    @Test
    void panesShareTheirColumnsAndDoNotTouch() {
        ChartSpec spec = ChartSpec.of(walk(2, 300, 100))
                .indicator("sma(20)")
                .indicator("rsi")
                .indicator("macd")
                .volumePane()
                .build();
        ChartGeometry geometry = ChartPicture.of(spec, FONTS).geometry();

        assertThat(geometry.panes())
                .extracting(ChartGeometry.PaneBox::id)
                .containsExactly("price", "rsi", "macd", "volume");
        assertThat(geometry.panes().stream().map(ChartGeometry.PaneBox::width).distinct())
                .hasSize(1);
        for (int i = 1; i < 4; i++) {
            ChartGeometry.PaneBox above = geometry.panes().get(i - 1);
            assertThat(geometry.panes().get(i).y()).isGreaterThanOrEqualTo(above.y() + above.height());
        }
        assertThat(geometry.panes().get(0).rows().getFirst().label()).isEqualTo("SMA 20");
        assertThat(geometry.panes().get(1).rows().getFirst().values().size()).isEqualTo(300);
        assertThat(geometry.x(299)).isLessThan(geometry.panes().getFirst().width());
        assertThat(geometry.x(0)).isGreaterThan(0);
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachTypeIsDrawnInEachScaleAndTheme(ChartType type) {
        CandleSeries candles = walk(3, 400, 100);
        for (PriceScale scale : PriceScale.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                ChartSpec spec = ChartSpec.of(candles)
                        .type(type)
                        .scale(scale)
                        .theme(theme)
                        .build();
                BufferedImage image = image(spec);
                Colour drawn = type instanceof ChartType.Line || type instanceof ChartType.Area
                        ? theme.data().line(0)
                        : theme.data().rising();
                assertThat(count(image, drawn)).as("%s %s", scale, theme.name()).isGreaterThan(200);
            }
        }
    }

    @Test
    void eachStyleOfValuesIsDrawn() {
        CandleSeries candles = walk(4, 100, 100);
        double[] numbers = IntStream.range(0, 100)
                .mapToDouble(i -> i % 17 == 5 ? Double.NaN : Math.sin(i / 5.0))
                .toArray();
        for (Plot.Style style : Plot.Style.values()) {
            Layer.Study study =
                    new Layer.Study("X", List.of(new Plot("x", Values.of(numbers), style, RED)), false, List.of());
            String pane = style == Plot.Style.MARK ? "price" : "x";
            ChartSpec with = ChartSpec.of(candles).study(pane, study).build();
            BufferedImage drawn = image(with);
            if (style == Plot.Style.MARK) {
                assertThat(count(drawn, Theme.LIGHT.data().rising())).isGreaterThan(200);
            } else {
                assertThat(count(drawn, RED)).as(style.name()).isGreaterThan(100);
            }
        }
    }

    @Test
    void positionsDrawingsPatternsAndQuotesAreDrawn() {
        CandleSeries candles = walk(5, 120, 100);
        ChartBuilder builder = ChartSpec.of(candles);
        Anchor first = new Anchor(candles.time(20), candles.close(20));
        Anchor second = new Anchor(candles.time(80), candles.close(80));
        List<Drawing> drawings = List.of(
                new Drawing.HorizontalLine(first.price(), "level", RED),
                new Drawing.VerticalLine(first.time(), "now", RED),
                new Drawing.TrendLine(first, second, true, "trend", RED),
                new Drawing.Channel(first, second, 2, "channel", RED),
                new Drawing.Zone(first, second, "zone", RED),
                new Drawing.Fibonacci(first, second, RED),
                new Drawing.Text(second, "text", RED),
                new Drawing.Arrow(second, true, "arrow", RED));
        long none = count(image(builder.build()), RED);
        assertThat(none).isZero();
        for (Drawing drawing : drawings) {
            BufferedImage image = image(ChartSpec.of(candles).draw(drawing).build());
            int near = near(image, RED);
            assertThat(near).as(drawing.toString()).isGreaterThan(20);
        }
        Formation.Point low = new Formation.Point(30, candles.timeMillis(30), candles.low(30), "low");
        Formation.Point high = new Formation.Point(60, candles.timeMillis(60), candles.high(60), "");
        Formation found = new Formation(
                ChartPattern.DOUBLE_BOTTOM,
                1,
                List.of(low, high),
                List.of(new Formation.Line(low, high, "neck")),
                true,
                0.8,
                candles.high(60),
                candles.low(30),
                Double.NaN,
                70,
                candles.timeMillis(70));
        ChartSpec all = ChartSpec.of(candles)
                .formations(List.of(found))
                .trades(List.of(
                        new TradeMark(true, first, second, List.of(first), List.of(second), "+1"),
                        TradeMark.of(false, second, null)))
                .quote(candles.close(119) * 0.999, candles.close(119) * 1.001)
                .build();
        assertThat(image(all).getRGB(0, 0, 1200, 800, null, 0, 1200))
                .isNotEqualTo(image(builder.build()).getRGB(0, 0, 1200, 800, null, 0, 1200));
    }

    /** Counts dots that are redder than anything else that is drawn. */
    private static int near(BufferedImage image, Colour colour) {
        int count = 0;
        for (int dot : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            int red = dot >> 16 & 255;
            int green = dot >> 8 & 255;
            int blue = dot & 255;
            count += red > 240 && Math.abs(green - blue) < 3 && green < 240 ? 1 : 0;
        }
        return colour.red() == 255 ? count : 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void fewCandlesAreAPictureToo(int size) {
        for (ChartType type : types().toList()) {
            ChartSpec spec = ChartSpec.of(walk(6, size, 100))
                    .type(type)
                    .indicator("rsi")
                    .volume()
                    .volumePane()
                    .trades(List.of(TradeMark.of(true, new Anchor(Instant.EPOCH, 1), null)))
                    .draw(new Drawing.TrendLine(
                            new Anchor(Instant.EPOCH, 1), new Anchor(Instant.EPOCH.plusSeconds(9), 2), true, "x", RED))
                    .build();
            assertThat(image(spec).getWidth()).isEqualTo(1200);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e9})
    void tinyAndHugePricesAreReadable(double price) {
        ChartSpec spec = ChartSpec.of(walk(7, 100, price)).build();

        assertThat(count(image(spec), Theme.LIGHT.data().rising())).isGreaterThan(500);
        assertThat(ChartPicture.of(spec, FONTS).geometry().panes().getFirst().width())
                .isGreaterThan(900);
    }

    @Test
    void pricesThatAreAllEqualAreALineAcrossTheMiddle() {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        for (int i = 0; i < 50; i++) {
            builder.add(START + 60_000L * i, 5, 5, 5, 5, 0);
        }
        ChartSpec spec = ChartSpec.of(builder.build()).volume().build();
        ChartGeometry geometry = ChartPicture.of(spec, FONTS).geometry();

        ChartGeometry.PaneBox pane = geometry.panes().getFirst();
        assertThat(pane.yOf(5)).isEqualTo(pane.y() + pane.height() / 2, within(0.01));
        assertThat(count(image(spec), Theme.LIGHT.data().rising())).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120x80x1", "390x520x2", "1120x790x3", "8192x100x1", "120x4000x1"})
    void anySizeIsDrawn(String size) {
        double[] parts =
                Arrays.stream(size.split("x")).mapToDouble(Double::parseDouble).toArray();
        ChartSpec spec = ChartSpec.of(walk(8, 300, 100))
                .indicator("bollinger")
                .indicator("rsi")
                .title("Title")
                .size(new ChartSize((int) parts[0], (int) parts[1], parts[2]))
                .build();

        assertThat(image(spec).getWidth()).isEqualTo((int) (parts[0] * parts[2]));
    }

    @Test
    void tenMillionCandlesCostNoMoreThanThoseInView() {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        for (int i = 0; i < 10_000_000; i++) {
            double price = 100 + i % 100;
            builder.add(START + 60_000L * i, price, price + 1, price - 1, price, 1);
        }
        CandleSeries candles = builder.build();

        ChartSpec spec = ChartSpec.of(candles).last(1000).build();

        assertThat(spec.candles().size()).isLessThan(2000);
        assertThat(image(ChartSpec.of(candles).last(1_000_000).build()).getWidth())
                .isEqualTo(1200);
    }

    @Test
    void aLogScaleOverPricesOfZeroIsRefused() {
        CandleSeries candles = walk(9, 50, 100);
        double[] numbers = new double[50];
        Layer.Study zero = new Layer.Study(
                "zero", List.of(new Plot("", Values.of(numbers), Plot.Style.LINE, null)), false, List.of());
        ChartSpec spec =
                ChartSpec.of(candles).study("price", zero).scale(PriceScale.LOG).build();

        assertThatThrownBy(() -> ChartPicture.of(spec, FONTS))
                .isInstanceOf(ChartException.class)
                .hasMessageContaining("choose a linear scale");
    }

    @Test
    void picturesThatAreDrawnAtOnceAreEqualToTheLastByte() {
        ChartSpec spec = ChartSpec.of(walk(10, 300, 100))
                .indicator("sma(20)")
                .indicator("rsi")
                .volume()
                .locale(Locale.forLanguageTag("ar-EG-u-nu-arab"))
                .title("\u0645\u062e\u0637\u0637")
                .build();
        byte[] alone = ImageEncoder.encode(ChartPicture.of(spec, FONTS), ImageFormat.PNG);

        List<byte[]> together = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> ImageEncoder.encode(ChartPicture.of(spec, FONTS), ImageFormat.PNG))
                .toList();

        assertThat(together).allSatisfy(each -> assertThat(each).isEqualTo(alone));
    }

    @Test
    void labelsGoWhereThereIsRoomAndAreLeftOutWhereThereIsNone() {
        LabelSpace space = new LabelSpace();
        Rect within = new Rect(0, 0, 100, 20);
        List<Rect> places = List.of(new Rect(10, 0, 50, 20), new Rect(60, 0, 40, 20), new Rect(-10, 0, 20, 20));

        assertThat(space.takeFirst(within, places)).contains(places.get(0));
        assertThat(space.takeFirst(within, places)).contains(places.get(1));
        assertThat(space.takeFirst(within, places)).isEmpty();
    }
}
