package io.tradetracker.samples.benchmarks.chart;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.render.ChartPicture;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.samples.benchmarks.GeometricWalk;
import io.tradetracker.samples.benchmarks.Work;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A chart of 300 candles, three overlays, volume, RSI and MACD at 1200 x 800; and a scan for all chart patterns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ChartBenchmark {
    private static final int CHARTS = 24;

    /** How many candles a scan sees. */
    @Param("250000")
    public int candles;

    /** Of the candles. */
    @Param("42")
    public long seed;

    private final Fonts fonts = new Fonts();
    private CandleSeries series = GeometricWalk.candles(1, 300);
    private CandleSeries longSeries = series;
    private BufferedImage finished = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    /** Makes the candles and the finished picture. */
    @Setup
    public void prepare() throws IOException {
        ImageIO.setUseCache(false);
        series = GeometricWalk.candles(seed, 300);
        longSeries = GeometricWalk.candles(seed, candles);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(chart()));
        finished = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        finished.createGraphics().drawImage(read, 0, 0, null);
    }

    /** {@return the file of the chart: indicators, layout, drawing and encoding} */
    @Benchmark
    public byte[] chart() {
        ChartSpec spec = ChartSpec.of(series)
                .indicator("sma(20)")
                .indicator("ema(50)")
                .indicator("bollinger(20,2)")
                .volume()
                .indicator("rsi")
                .indicator("macd")
                .size(ChartSize.DESKTOP)
                .build();
        return ImageEncoder.encode(ChartPicture.of(spec, fonts), ImageFormat.PNG);
    }

    /** {@return the file of the finished picture, as the JDK makes it} */
    @Benchmark
    public byte[] imageIo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
        ImageIO.write(finished, "png", bytes);
        return bytes.toByteArray();
    }

    /** {@return the bytes of 24 charts, one after the other} */
    @Benchmark
    public long chartsOneThread() {
        return IntStream.range(0, CHARTS).mapToLong(i -> chart().length).sum();
    }

    /** {@return the bytes of 24 charts, in two threads} */
    @Benchmark
    public long chartsTwoThreads() throws InterruptedException {
        long[] sums = new long[2];
        Thread other = Thread.ofPlatform().start(() -> sums[0] = half());
        sums[1] = half();
        other.join();
        return sums[0] + sums[1];
    }

    private long half() {
        return IntStream.range(0, CHARTS / 2).mapToLong(i -> chart().length).sum();
    }

    /** {@return what plain work comes to in one thread} */
    @Benchmark
    public double workOneThread() {
        return Work.shared(1);
    }

    /** {@return what the same plain work comes to in two threads} */
    @Benchmark
    public double workTwoThreads() {
        return Work.shared(2);
    }

    /** {@return how many chart patterns there are, candle by candle} */
    @Benchmark
    public int scan() {
        ChartPatternScan scan = new ChartPatternScan();
        int found = 0;
        for (int i = 0; i < longSeries.size(); i++) {
            found += scan.onCandle(longSeries.timeMillis(i), longSeries.high(i), longSeries.low(i), longSeries.close(i))
                    .size();
        }
        return found;
    }
}
