package io.tradetracker.charts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.encode.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ReportChartsTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final ReportCharts CHARTS =
            new ReportCharts(new Fonts(), Theme.LIGHT, ChartSize.of(800, 500), Locale.ENGLISH);

    private static List<Instant> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> START.plus(i, ChronoUnit.DAYS))
                .toList();
    }

    private static Values same(int count, double value) {
        return Values.of(Collections.nCopies(count, value).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** XChart never ends with some ranges that have no length. */
    private static BufferedImage drawn(Picture picture) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            byte[] png = ImageEncoder.encode(picture, ImageFormat.PNG);
            assertThat(ImageEncoder.encode(picture, ImageFormat.PNG)).isEqualTo(png);
            return read(png);
        });
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@return how many dots are of about that colour} */
    private static long dots(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color dot = new Color(image.getRGB(x, y));
                int apart = Math.abs(dot.getRed() - colour.getRed())
                        + Math.abs(dot.getGreen() - colour.getGreen())
                        + Math.abs(dot.getBlue() - colour.getBlue());
                count += apart < 60 ? 1 : 0;
            }
        }
        return count;
    }

    private static Color colour(io.tradetracker.charts.Colour colour) {
        return ReportStyle.color(colour);
    }

    @Test
    void equityIsALineWithItsFallsBelow() {
        Values rising =
                Values.of(IntStream.range(0, 500).mapToDouble(i -> 1000 + i).toArray());
        Values falling =
                Values.of(IntStream.range(0, 500).mapToDouble(i -> 1500 - i).toArray());

        BufferedImage up = drawn(CHARTS.equity("Equity", days(500), rising));
        BufferedImage down = drawn(CHARTS.equity("Equity", days(500), falling));

        assertThat(dots(up, colour(Theme.LIGHT.data().line(0)))).isGreaterThan(500);
        assertThat(dots(down, colour(Theme.LIGHT.data().falling())))
                .as("falls are a line that goes down")
                .isGreaterThan(300);
    }

    @Test
    void aFallOfOnePointInAMillionIsSeen() {
        double[] values = new double[1_000_000];
        java.util.Arrays.fill(values, 1000);
        values[500_001] = 100;
        List<Instant> minutes = IntStream.range(0, values.length)
                .mapToObj(i -> START.plus(i, ChronoUnit.MINUTES))
                .toList();

        BufferedImage with = drawn(CHARTS.equity("", minutes, Values.of(values)));
        BufferedImage without = drawn(CHARTS.equity("", minutes, same(values.length, 1000)));

        Color falling = colour(Theme.LIGHT.data().falling());
        assertThat(dots(with, falling)).isGreaterThan(dots(without, falling) + 50);
    }

    @Test
    void monthsAndSurfacesAreCells() {
        Map<YearMonth, Double> months = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            months.put(YearMonth.of(2020, 3).plusMonths(i), i % 2 == 0 ? 5.0 : -5.0);
        }
        BufferedImage image = drawn(CHARTS.months("Months", months));
        Color rising = HeatMap.mixed(Color.WHITE, colour(Theme.LIGHT.data().rising()), 0.8);
        Color falling = HeatMap.mixed(Color.WHITE, colour(Theme.LIGHT.data().falling()), 0.8);
        assertThat(dots(image, rising)).isGreaterThan(10_000);
        assertThat(dots(image, falling)).isGreaterThan(10_000);

        BufferedImage surface = drawn(CHARTS.surface(
                "Sharpe",
                new SurfaceAxis("fast", List.of("5", "10", "15")),
                new SurfaceAxis("slow", List.of("20", "40")),
                List.of(Values.of(0, 1, 2), Values.of(Double.NaN, 3, 4))));
        assertThat(dots(
                        surface,
                        HeatMap.mixed(Color.WHITE, colour(Theme.LIGHT.data().line(0)), 0.75)))
                .isGreaterThan(5_000);
    }

    @Test
    void lossesAndGainsAreToldApart() {
        Values results =
                Values.of(IntStream.range(-50, 150).mapToDouble(i -> i * 0.37).toArray());
        BufferedImage image = drawn(CHARTS.distribution("Results", results, "USD"));

        long lost = dots(image, colour(Theme.LIGHT.data().falling()));
        long gained = dots(image, colour(Theme.LIGHT.data().rising()));
        assertThat(lost).isPositive();
        assertThat((double) gained / lost).isBetween(2.3, 3.7);
    }

    /** Pictures that have no range, no value, one value, or values far apart. */
    @Test
    void drawsWhatHardlyIsThere() {
        SurfaceAxis one = new SurfaceAxis("a", List.of("1"));
        SurfaceAxis none = new SurfaceAxis("b", List.of());
        List<Supplier<Picture>> pictures = List.of(
                () -> CHARTS.equity("", List.of(), Values.of()),
                () -> CHARTS.equity("", days(1), same(1, 1000)),
                () -> CHARTS.equity("", days(1), same(1, 0)),
                () -> CHARTS.equity("", days(300), same(300, 1e-9)),
                () -> CHARTS.equity("", days(300), same(300, -5)),
                () -> CHARTS.equity("", days(2), Values.of(1e15, -1e15)),
                () -> CHARTS.equity("", List.of(START, START.plusMillis(1)), Values.of(1, 2)),
                () -> CHARTS.equity("", List.of(Instant.EPOCH, START.plus(3000, ChronoUnit.DAYS)), Values.of(1, 1)),
                () -> CHARTS.equity("", days(2), Values.of(1000, Math.nextUp(1000.0))),
                () -> CHARTS.months("", Map.of()),
                () -> CHARTS.months("", Map.of(YearMonth.of(2020, 1), 0.0)),
                () -> CHARTS.months("", Map.of(YearMonth.of(2020, 1), 1e15, YearMonth.of(2099, 1), -1.0)),
                () -> CHARTS.distribution("", Values.of(), ""),
                () -> CHARTS.distribution("", same(1, 0), "%"),
                () -> CHARTS.distribution("", same(1000, 7), "%"),
                () -> CHARTS.distribution("", same(1000, -1e15), "%"),
                () -> CHARTS.distribution("", Values.of(1e-9, 1e15), "%"),
                () -> CHARTS.distribution("", Values.of(-1e15, 1e15), "%"),
                () -> CHARTS.distribution("", Values.of(5, Math.nextUp(5.0)), "%"),
                () -> CHARTS.surface("", none, none, List.of()),
                () -> CHARTS.surface("", one, one, List.of(Values.of(3))),
                () -> CHARTS.surface("", one, one, List.of(Values.of(Double.NaN))),
                () -> CHARTS.surface(
                        "", one, new SurfaceAxis("b", List.of("x", "y")), List.of(same(1, 2), same(1, 2))));
        for (Supplier<Picture> picture : pictures) {
            assertThat(drawn(picture.get()).getWidth()).isEqualTo(800);
        }
        ReportCharts tiny = new ReportCharts(new Fonts(), Theme.DARK, ChartSize.of(120, 80), Locale.GERMAN);
        assertThat(drawn(tiny.equity("long title", days(500), same(500, 3))).getHeight())
                .isEqualTo(80);
        assertThat(drawn(tiny.months("long title", Map.of(YearMonth.of(2020, 1), 1.0)))
                        .getHeight())
                .isEqualTo(80);
        assertThat(drawn(tiny.distribution("long title", same(5, 1), "%")).getHeight())
                .isEqualTo(80);
    }

    @Test
    void saysWhatCannotBeDrawn() {
        SurfaceAxis two = new SurfaceAxis("fast", List.of("1", "2"));
        SurfaceAxis many = new SurfaceAxis("slow", Collections.nCopies(201, "x"));
        Map<Supplier<Picture>, String> wrong = Map.of(
                () -> CHARTS.equity("", days(2), same(3, 1)), "a value for each of the 2 times, but has 3",
                () -> CHARTS.equity("", List.of(START, START), same(2, 1)), "times of equity must rise",
                () -> CHARTS.equity("", days(2), Values.of(1, Double.NaN)), "equity 1 must be finite",
                () -> CHARTS.distribution("", Values.of(1e16), "%"), "result 0 must be finite and within 1e15",
                () -> CHARTS.months("", Map.of(YearMonth.of(2020, 1), Double.NaN)), "the return of 2020-01",
                () -> CHARTS.months("", Map.of(YearMonth.of(1900, 1), 1.0, YearMonth.of(2020, 1), 1.0)),
                        "at most 100 years",
                () -> CHARTS.surface("", two, two, List.of(same(2, 1))), "a row for each of the 2 values of fast",
                () -> CHARTS.surface("", two, two, List.of(same(2, 1), same(1, 1))), "row 1 of a surface",
                () -> CHARTS.surface("", two, many, List.of()), "at most 200 values of slow");
        wrong.forEach((picture, complaint) -> assertThatThrownBy(picture::get)
                .isInstanceOf(ChartException.class)
                .hasMessageContaining(complaint));
    }

    @Test
    void isShapesInSvgAndPdfAndTheSameInEveryThread() {
        Picture picture = CHARTS.equity("Equity", days(500), same(500, 2));
        assertThat(ImageEncoder.encode(picture, ImageFormat.SVG)).hasSizeGreaterThan(1000);
        assertThat(ImageEncoder.encode(picture, ImageFormat.PDF)).hasSizeGreaterThan(1000);
        byte[] png = ImageEncoder.encode(picture, ImageFormat.PNG);
        List<byte[]> parallel = new ArrayList<>(Stream.generate(() -> picture)
                .limit(16)
                .parallel()
                .map(each -> ImageEncoder.encode(each, ImageFormat.PNG))
                .toList());
        assertThat(parallel).allSatisfy(each -> assertThat(each).isEqualTo(png));
    }
}
