package io.tradetracker.charts.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.json.ChartRequest;
import io.tradetracker.charts.render.ChartPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChartServiceTest {
    private static final Fonts FONTS = new Fonts();
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final ChartLimits LIMITS = new ChartLimits(10_000, 1_000_000, 4, Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private static CandleSeries candles(int size, double base) {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        for (int i = 0; i < size; i++) {
            double price = base + 5 * Math.sin(i / 9.0);
            builder.add(START.toEpochMilli() + 60_000L * i, price, price + 1, price - 1, price, 1 + i % 7);
        }
        return builder.build();
    }

    private static ChartSpec spec(UnaryOperator<ChartBuilder> more) {
        return more.apply(ChartSpec.of(candles(100, 100)).size(ChartSize.of(400, 300)))
                .build();
    }

    /** Counts what is kept, and can hold those who keep. */
    private static final class CountingStore implements ChartStore {
        private final ChartStore store = new MemoryChartStore(10_000_000);
        private final AtomicInteger kept = new AtomicInteger();
        private final CountDownLatch entered = new CountDownLatch(1);
        private CountDownLatch gate = new CountDownLatch(0);

        @Override
        public void put(Chart chart) {
            entered.countDown();
            kept.incrementAndGet();
            await(gate);
            store.put(chart);
        }

        @Override
        public Optional<Chart> find(String id) {
            return store.find(id);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void givesEveryFormatAndFindsItAgain() {
        ChartService service = new ChartService(FONTS, new MemoryChartStore(10_000_000), LIMITS);
        ChartSpec spec = spec(chart -> chart.indicator("rsi"));

        for (ChartFormat format : ChartFormat.values()) {
            Chart chart = service.chart(spec, format);
            assertThat(service.find(chart.id())).contains(chart);
            assertThat(Base64.getDecoder().decode(chart.base64())).isEqualTo(chart.bytes());
            assertThat(chart.dataUri()).startsWith("data:" + format.mediaType() + ";base64,");
        }
        assertThat(service.chart(spec, ChartFormat.PNG).bytes())
                .isEqualTo(ImageEncoder.encode(ChartPicture.of(spec, FONTS), ImageFormat.PNG));
        assertThat(new String(service.chart(spec, ChartFormat.JSON).bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"version\":1,");
        assertThat(service.chart(candles(100, 100), ChartRequest.parse("{\"size\":\"400x300\"}"), ChartFormat.PNG))
                .isEqualTo(service.chart(spec(chart -> chart), ChartFormat.PNG));
        assertThat(service.find("../../etc/passwd")).isEmpty();
    }

    @Test
    void tellsChartsApartByAllThatTheyShow() {
        Anchor here = new Anchor(START, 100);
        List<ChartSpec> specs = Stream.<UnaryOperator<ChartBuilder>>of(
                        chart -> chart,
                        chart -> chart.last(99),
                        chart -> chart.title("a"),
                        chart -> chart.title("b"),
                        chart -> chart.locale(Locale.GERMAN),
                        chart -> chart.zone(ZoneId.of("Europe/Berlin")),
                        chart -> chart.decimals(3),
                        chart -> chart.theme(Theme.DARK),
                        chart -> chart.theme(Theme.LIGHT.withFontSize(12)),
                        chart -> chart.size(ChartSize.of(401, 300)),
                        chart -> chart.type(new ChartType.Hollow()),
                        chart -> chart.type(new ChartType.Renko(1)),
                        chart -> chart.type(new ChartType.Renko(2)),
                        chart -> chart.scale(PriceScale.LOG),
                        chart -> chart.volume(),
                        chart -> chart.volumePane(),
                        chart -> chart.indicator("sma(20)"),
                        chart -> chart.indicator("sma(21)"),
                        chart -> chart.quote(99, 100),
                        chart -> chart.quote(99, 101),
                        chart -> chart.compare(candles(100, 50)),
                        chart -> chart.compare(candles(100, 51)),
                        chart -> chart.trades(List.of(TradeMark.of(true, here, null))),
                        chart -> chart.trades(List.of(TradeMark.of(false, here, null))),
                        chart -> chart.patterns(List.of("all")),
                        chart -> chart.draw(new Drawing.Text(here, "a", Colour.of("#000000"))),
                        chart -> chart.draw(new Drawing.Text(here, "b", Colour.of("#000000"))))
                .map(ChartServiceTest::spec)
                .toList();
        List<String> ids = new ArrayList<>();
        specs.forEach(spec -> ids.add(ContentHash.of(spec)));
        ids.add(ContentHash.of(
                ChartSpec.of(candles(100, 101)).size(ChartSize.of(400, 300)).build()));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ContentHash.of(spec(chart -> chart.indicator("sma(20)")))).isIn(ids);
        assertThat(ContentHash.of("ab", "c")).isNotEqualTo(ContentHash.of("a", "bc"));
        assertThatThrownBy(() -> ContentHash.of(new Object())).hasMessageContaining("no chart has a");
    }

    @Test
    void drawsOnceHoweverManyAsk() throws Exception {
        CountingStore store = new CountingStore();
        store.gate = new CountDownLatch(1);
        ChartService service = new ChartService(FONTS, store, LIMITS);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Chart>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(pool.submit(() -> service.chart(spec(chart -> chart), ChartFormat.PNG)));
            }
            await(store.entered);
            store.gate.countDown();
            for (Future<Chart> each : asked) {
                assertThat(each.get()).isEqualTo(asked.getFirst().get());
            }
        }
        assertThat(store.kept.get()).isEqualTo(1);
    }

    @Test
    void drawsOnlySoManyAtOnce() throws Exception {
        CountingStore store = new CountingStore();
        store.gate = new CountDownLatch(1);
        ChartService service =
                new ChartService(FONTS, store, new ChartLimits(10_000, 1_000_000, 1, Duration.ofMillis(1)));
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Chart> first = pool.submit(() -> service.chart(spec(chart -> chart), ChartFormat.PNG));
            await(store.entered);

            assertThatThrownBy(() -> service.chart(spec(chart -> chart.title("other")), ChartFormat.PNG))
                    .isInstanceOfSatisfying(
                            ChartException.class,
                            busy -> assertThat(busy.code()).isEqualTo(ChartError.BUSY))
                    .hasMessageContaining("ask again later");

            store.gate.countDown();
            assertThat(first.get().size()).isPositive();
        }
        assertThat(service.chart(spec(chart -> chart.title("other")), ChartFormat.PNG)
                        .size())
                .as("its turn came")
                .isPositive();
    }

    @Test
    void refusesWhatIsBeyondItsLimits() {
        ChartService service = new ChartService(FONTS, new MemoryChartStore(0), LIMITS);
        ChartRequest plain = ChartRequest.parse("{}");

        assertThatThrownBy(() -> service.chart(candles(10_001, 100), plain, ChartFormat.PNG))
                .hasMessageContaining("10001 candles of GOLD is more than the 10000");
        assertThatThrownBy(() -> service.chart(spec(chart -> chart.compare(candles(10_001, 1))), ChartFormat.PNG))
                .hasMessageContaining("10001 candles of GOLD");
        assertThatThrownBy(() ->
                        service.chart(candles(10, 100), ChartRequest.parse("{\"size\":\"1200x900\"}"), ChartFormat.PNG))
                .hasMessageContaining("1200x900 at scale 1.0 has more than the 1000000 dots");
        ChartSpec zero = ChartSpec.of(candles(50, 3)).scale(PriceScale.LOG).build();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> service.chart(zero, ChartFormat.PNG))
                    .as("a failed chart fails again and keeps no turn")
                    .isInstanceOf(ChartException.class);
        }
        assertThatThrownBy(() -> new ChartLimits(0, 1, 1, Duration.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> new MemoryChartStore(-1)).hasMessageContaining("0 or more");
    }

    private static Chart chart(int number, int size) {
        return new Chart("%064x".formatted(number), ChartFormat.PNG, new byte[size]);
    }

    @Test
    void memoryKeepsWhatWasAskedForLast() {
        MemoryChartStore store = new MemoryChartStore(100);
        store.put(chart(1, 40));
        store.put(chart(2, 40));
        assertThat(store.find(chart(1, 0).id())).isPresent();
        store.put(chart(3, 40));
        store.put(chart(4, 101));

        assertThat(store.find(chart(2, 0).id())).as("not asked for").isEmpty();
        assertThat(store.find(chart(1, 0).id())).isPresent();
        assertThat(store.find(chart(3, 0).id())).isPresent();
        assertThat(store.find(chart(4, 0).id())).as("too large").isEmpty();
    }

    @Test
    void aFolderKeepsChartsForTheNextProcess() throws IOException {
        Path charts = folder.resolve("charts");
        Chart chart = new ChartService(FONTS, new FolderChartStore(charts), LIMITS)
                .chart(spec(each -> each), ChartFormat.SVG);

        assertThat(new FolderChartStore(charts).find(chart.id())).contains(chart);
        try (Stream<Path> files = Files.list(charts)) {
            assertThat(files).containsExactly(charts.resolve(chart.id() + ".svg"));
        }
        assertThat(new FolderChartStore(charts).find("../charts/" + chart.id())).isEmpty();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new FolderChartStore(file))
                .isInstanceOf(ChartException.class)
                .hasMessageContaining("cannot make the folder of charts");
        assertThatThrownBy(() -> new Chart("../x", ChartFormat.PNG, new byte[0]))
                .hasMessageContaining("64 hexadecimal digits");
    }
}
