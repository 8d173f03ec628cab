package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.service.Chart;
import io.tradetracker.charts.service.ChartFormat;
import io.tradetracker.charts.service.ChartLimits;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.charts.service.MemoryChartStore;
import io.tradetracker.core.data.WholeFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a chart into a file. */
@Command(
        name = "chart",
        description = "Draws candles with indicators and patterns into a picture. Further instruments are compared "
                + "with the first.",
        sortOptions = false,
        sortSynopsis = false,
        footer = {
            "",
            "Example:",
            "  tradetracker chart --data us500-1d.csv --instrument US500 --timeframe 1d --last 300 \\",
            "    --indicator \"sma(20)\" --indicator rsi --volume overlay --out us500.png"
        })
@SuppressWarnings("NullAway.Init")
final class ChartCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--out",
            required = true,
            order = 5,
            paramLabel = "FILE",
            description = "The picture; its name ends in .png, .svg, .pdf, or .json for what a page needs to draw a "
                    + "crosshair.")
    private Path out;

    @Option(names = "--last", order = 10, paramLabel = "N", description = "How many candles, the newest. Default: all")
    private @Nullable Integer last;

    @Option(
            names = "--indicator",
            order = 11,
            paramLabel = "NAME",
            description = "Such as sma(20), bollinger(20,2) or rsi; may be repeated; see: tradetracker indicators")
    private List<String> indicators = new ArrayList<>();

    @Option(
            names = "--pattern",
            order = 12,
            split = ",",
            paramLabel = "ID",
            description = "Chart patterns known within the view, such as double_top, or all; may be repeated; see: "
                    + "tradetracker patterns list")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--volume", order = 13, paramLabel = "WHERE", description = "none, overlay or pane. Default: none")
    private String volume = "none";

    @Option(
            names = "--type",
            order = 14,
            paramLabel = "TYPE",
            description = "candlestick, hollow, bars, line, area, heikin_ashi, renko(brick) or "
                    + "point_and_figure(box,reversal). Default: candlestick")
    private String type = "candlestick";

    @Option(
            names = "--scale",
            order = 15,
            paramLabel = "SCALE",
            description = "linear, log or percent. Default: linear")
    private String scale = "linear";

    @Option(names = "--theme", order = 16, paramLabel = "THEME", description = "light or dark. Default: light")
    private String theme = "light";

    @Option(
            names = "--size",
            order = 17,
            paramLabel = "SIZE",
            description = "desktop, phone, print, or like 1200x800 or 1200x800@2 with two dots a pixel. "
                    + "Default: desktop")
    private String size = "desktop";

    @Option(names = "--title", order = 18, paramLabel = "TEXT", description = "Over the chart. Default: none")
    private String title = "";

    @Option(
            names = "--zone",
            order = 19,
            paramLabel = "ZONE",
            description = "In which times are told, such as Europe/Berlin. Default: UTC")
    private String zone = "UTC";

    @Option(
            names = "--locale",
            order = 20,
            paramLabel = "TAG",
            description = "Language of names and numbers, such as de. Default: en")
    private String locale = "en";

    @Override
    public void run() {
        data.check();
        ChartFormat format = format();
        Function<CandleSeries, ChartBuilder> wanted = checked();
        WholeFile.requireWritable(out);
        try (Progress progress = new Progress(false)) {
            List<CandleSeries> candles = data.read(progress);
            ChartBuilder chart = wanted.apply(candles.getFirst());
            candles.subList(1, candles.size()).forEach(chart::compare);
            Chart drawn = service().chart(chart.build(), format);
            WholeFile.writeBytes(out, drawn.bytes());
        }
    }

    private static ChartService service() {
        ChartLimits limits = new ChartLimits(Integer.MAX_VALUE, ChartSize.MOST_DOTS, 1, Duration.ZERO);
        return new ChartService(new Fonts(), new MemoryChartStore(0), limits);
    }

    private ChartFormat format() {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        try {
            return ChartFormat.parse(dot < 0 ? "" : name.substring(dot + 1));
        } catch (ChartException wrong) {
            throw wrong("--out " + out + " must end in .png, .svg, .pdf or .json");
        }
    }

    /** Says what is wrong before anything is read. */
    private Function<CandleSeries, ChartBuilder> checked() {
        if (last != null && last < 1) {
            throw wrong("--last " + last + " must be 1 or more");
        }
        if (!List.of("none", "overlay", "pane").contains(volume)) {
            throw wrong("--volume " + volume + " must be none, overlay or pane");
        }
        ZoneId timeZone = zone();
        Locale language = language();
        try {
            ChartType drawnAs = ChartType.parse(type);
            PriceScale heights = PriceScale.parse(scale);
            Theme colours = Theme.named(theme);
            ChartSize dots = ChartSize.parse(size);
            Function<CandleSeries, ChartBuilder> wanted = candles -> shown(ChartSpec.of(candles)
                    .type(drawnAs)
                    .scale(heights)
                    .theme(colours)
                    .size(dots)
                    .title(title)
                    .zone(timeZone)
                    .locale(language));
            wanted.apply(CandleSeries.builder(data.instrument(0), data.timeframe())
                            .build())
                    .build();
            return wanted;
        } catch (ChartException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private ChartBuilder shown(ChartBuilder chart) {
        if (last != null) {
            chart.last(last);
        }
        if (volume.equals("overlay")) {
            chart.volume();
        } else if (volume.equals("pane")) {
            chart.volumePane();
        }
        indicators.forEach(chart::indicator);
        return patterns.isEmpty() ? chart : chart.patterns(patterns);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException wrong) {
            throw wrong("--zone " + zone + " is no time zone; write one like Europe/Berlin");
        }
    }

    private Locale language() {
        try {
            return new Locale.Builder().setLanguageTag(locale).build();
        } catch (IllformedLocaleException wrong) {
            throw wrong("--locale " + locale + " must be a language tag such as de or ar-EG");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
