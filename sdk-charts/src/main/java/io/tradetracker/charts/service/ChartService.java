package io.tradetracker.charts.service;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.ImageEncoder;
import io.tradetracker.charts.encode.ImageFormat;
import io.tradetracker.charts.json.ChartJson;
import io.tradetracker.charts.json.ChartRequest;
import io.tradetracker.charts.render.ChartPicture;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes charts for many callers. A chart is drawn once: its id is a hash of all that it shows, the store is asked
 * first, and those who want one that is being drawn wait for it. It has no threads; charts are drawn in those of the
 * callers, only so many at once. Safe for use by several threads.
 */
public final class ChartService {
    private final Fonts fonts;
    private final ChartStore store;
    private final ChartLimits limits;
    private final Semaphore turns;
    private final Map<String, CompletableFuture<Chart>> running = new ConcurrentHashMap<>();

    /**
     * Makes a service.
     *
     * @param fonts of this machine
     * @param store where charts are kept
     * @param limits what charts may take
     */
    public ChartService(Fonts fonts, ChartStore store, ChartLimits limits) {
        this.fonts = fonts;
        this.store = store;
        this.limits = limits;
        turns = new Semaphore(limits.mostAtOnce(), true);
    }

    /** {@return a service with {@link ChartLimits#usual()} that keeps 64 MB of charts in memory} */
    public static ChartService create() {
        return new ChartService(new Fonts(), new MemoryChartStore(64_000_000), ChartLimits.usual());
    }

    /**
     * {@return the chart of some candles that a request describes}
     *
     * @throws ChartException as {@link #chart(ChartSpec, ChartFormat)}, or when the request does not fit the candles
     */
    public Chart chart(CandleSeries candles, ChartRequest request, ChartFormat format) {
        requireCandles(candles);
        return chart(request.chart(candles), format);
    }

    /**
     * {@return a chart}
     *
     * @throws ChartException when it is beyond the limits, cannot be drawn, or, with {@link ChartError#BUSY}, had to
     *     wait for too long
     */
    public Chart chart(ChartSpec spec, ChartFormat format) {
        requireAllowed(spec);
        String id = ContentHash.of(version(), format, spec);
        Optional<Chart> kept = store.find(id);
        return kept.isPresent() ? kept.get() : once(id, spec, format);
    }

    /** {@return the chart of that id; empty when there is none any more, whatever the text is} */
    public Optional<Chart> find(String id) {
        return Chart.isId(id) ? store.find(id) : Optional.empty();
    }

    private static String version() {
        return Optional.ofNullable(ChartService.class.getPackage())
                .map(Package::getImplementationVersion)
                .orElse("");
    }

    private Chart once(String id, ChartSpec spec, ChartFormat format) {
        CompletableFuture<Chart> mine = new CompletableFuture<>();
        CompletableFuture<Chart> other = running.putIfAbsent(id, mine);
        if (other != null) {
            return result(other);
        }
        try {
            mine.complete(drawn(id, spec, format));
        } catch (Throwable failed) {
            mine.completeExceptionally(failed);
        } finally {
            running.remove(id);
        }
        return result(mine);
    }

    private static Chart result(CompletableFuture<Chart> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ChartException known) {
                throw known;
            }
            throw failed;
        }
    }

    private Chart drawn(String id, ChartSpec spec, ChartFormat format) {
        takeTurn();
        try {
            Chart chart = new Chart(id, format, bytes(spec, format));
            store.put(chart);
            return chart;
        } finally {
            turns.release();
        }
    }

    private byte[] bytes(ChartSpec spec, ChartFormat format) {
        ChartPicture picture = ChartPicture.of(spec, fonts);
        return switch (format) {
            case PNG -> ImageEncoder.encode(picture, ImageFormat.PNG);
            case SVG -> ImageEncoder.encode(picture, ImageFormat.SVG);
            case PDF -> ImageEncoder.encode(picture, ImageFormat.PDF);
            case JSON -> ChartJson.bytes(spec, picture);
        };
    }

    private void takeTurn() {
        boolean isMine;
        try {
            isMine = turns.tryAcquire(limits.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChartException(ChartError.BUSY, "the wait for a chart was interrupted", stopped);
        }
        if (!isMine) {
            throw new ChartException(
                    ChartError.BUSY,
                    limits.mostAtOnce() + " charts are being drawn and none was done within " + limits.longestWait()
                            + "; ask again later",
                    null);
        }
    }

    private void requireAllowed(ChartSpec spec) {
        requireCandles(spec.candles());
        spec.panes().stream().flatMap(pane -> pane.layers().stream()).forEach(layer -> {
            if (layer instanceof Layer.Comparison comparison) {
                requireCandles(comparison.other());
            }
        });
        double scale = spec.size().scale();
        double dots = spec.size().width() * scale * spec.size().height() * scale;
        if (dots > limits.mostDots()) {
            throw new ChartException("a chart of " + spec.size().width() + "x"
                    + spec.size().height() + " at scale " + scale + " has more than the " + limits.mostDots()
                    + " dots that are allowed here; choose a smaller one");
        }
    }

    private void requireCandles(CandleSeries candles) {
        if (candles.size() > limits.mostCandles()) {
            throw new ChartException("a chart of " + candles.size() + " candles of "
                    + candles.instrument().id() + " is more than the " + limits.mostCandles()
                    + " that are allowed here; give fewer, or of a longer timeframe");
        }
    }
}
