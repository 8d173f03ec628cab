package io.tradetracker.charts.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.TradeMark;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a chart, as JSON: everything but its candles. All properties may be left out; one that is not known
 * is an error. Immutable.
 */
public final class ChartRequest {
    /** The most indicators, patterns and rows together that one request may ask for. */
    public static final int MOST_INDICATORS = 32;

    /** The most drawings, and the most positions. */
    public static final int MOST_DRAWINGS = 1000;

    private final Fields fields;
    private final List<Drawing> drawings;
    private final List<TradeMark> trades;
    private final Theme theme;
    private final ChartSize size;

    private ChartRequest(Fields fields, ChartMapper mapper) {
        this.fields = fields;
        drawings = drawings(orNone(fields.drawings));
        trades = trades(orNone(fields.trades));
        theme = theme(fields.theme, mapper);
        size = size(fields.size, mapper);
        requireAtMost("indicators", orNone(fields.indicators).size(), MOST_INDICATORS);
        requireAtMost("drawings", drawings.size(), MOST_DRAWINGS);
        requireAtMost("trades", trades.size(), MOST_DRAWINGS);
        if (fields.last != null && (fields.from != null || fields.to != null)) {
            throw new ChartException("chart: 'last' takes the place of 'from' and 'to'; leave them out");
        }
    }

    /**
     * {@return the request that a JSON object describes}
     *
     * @throws ChartException when it is no such object; the message says where and what
     */
    public static ChartRequest parse(String json) {
        ChartMapper mapper = new ChartMapper();
        return new ChartRequest(mapper.read("chart", json, Fields.class), mapper);
    }

    /**
     * {@return the chart of some candles}
     *
     * @throws ChartException when an indicator or pattern is not known, or something does not fit the candles
     */
    public ChartSpec chart(CandleSeries candles) {
        ChartBuilder chart = ChartSpec.of(candles).theme(theme).size(size).title(fields.title);
        view(chart, candles);
        if (!fields.type.isEmpty()) {
            chart.type(ChartType.parse(fields.type));
        }
        if (!fields.scale.isEmpty()) {
            chart.scale(PriceScale.parse(fields.scale));
        }
        volume(chart);
        orNone(fields.indicators).forEach(chart::indicator);
        List<String> patterns = orNone(fields.patterns);
        if (!patterns.isEmpty()) {
            chart.patterns(patterns);
        }
        if (!trades.isEmpty()) {
            chart.trades(trades);
        }
        if (fields.quote != null) {
            chart.quote(fields.quote.bid, fields.quote.ask);
        }
        chart.draw(drawings.toArray(Drawing[]::new));
        words(chart);
        return chart.build();
    }

    private void view(ChartBuilder chart, CandleSeries candles) {
        if (fields.last != null) {
            chart.last(fields.last);
        } else if (fields.from != null || fields.to != null) {
            boolean isEmpty = candles.size() == 0;
            Instant begin = isEmpty ? Instant.EPOCH : candles.time(0);
            Instant end = isEmpty ? begin : candles.time(candles.size() - 1).plusMillis(1);
            chart.between(fields.from == null ? begin : fields.from, fields.to == null ? end : fields.to);
        }
    }

    private void volume(ChartBuilder chart) {
        switch (fields.volume) {
            case "", "none" -> {}
            case "overlay" -> chart.volume();
            case "pane" -> chart.volumePane();
            default -> throw new ChartException("chart.volume: '" + fields.volume + "' must be none, overlay or pane");
        }
    }

    private void words(ChartBuilder chart) {
        if (fields.decimals != null) {
            chart.decimals(fields.decimals);
        }
        if (!fields.zone.isEmpty()) {
            try {
                chart.zone(ZoneId.of(fields.zone));
            } catch (DateTimeException wrong) {
                throw new ChartException(
                        "chart.zone: there is no time zone '" + fields.zone + "'; write one like Europe/Berlin", wrong);
            }
        }
        if (!fields.locale.isEmpty()) {
            try {
                chart.locale(new Locale.Builder().setLanguageTag(fields.locale).build());
            } catch (IllformedLocaleException wrong) {
                throw new ChartException(
                        "chart.locale: '" + fields.locale + "' must be a language tag such as de or ar-EG", wrong);
            }
        }
    }

    private static List<Drawing> drawings(List<Drawing> read) {
        for (int i = 0; i < read.size(); i++) {
            String path = "chart.drawings[" + i + "]";
            if (!(read.get(i) instanceof Record record)) {
                throw new ChartException(path + ": must be an object, not null");
            }
            ChartMapper.whole(path, record);
        }
        return List.copyOf(read);
    }

    private static List<TradeMark> trades(List<Position> read) {
        List<TradeMark> marks = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            String path = "chart.trades[" + i + "]";
            Position trade = read.get(i);
            if (trade == null) {
                throw new ChartException(path + ": must be an object, not null");
            }
            marks.add(trade.mark(path));
        }
        return marks;
    }

    private static Theme theme(@Nullable JsonNode node, ChartMapper mapper) {
        if (node == null || node.isNull()) {
            return Theme.LIGHT;
        }
        return node.isTextual()
                ? Theme.named(node.textValue())
                : ChartMapper.whole("chart.theme", mapper.read("chart.theme", node.toString(), Theme.class));
    }

    private static ChartSize size(@Nullable JsonNode node, ChartMapper mapper) {
        if (node == null || node.isNull()) {
            return ChartSize.DESKTOP;
        }
        return node.isTextual()
                ? ChartSize.parse(node.textValue())
                : mapper.read("chart.size", node.toString(), ChartSize.class);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static void requireAtMost(String what, int count, int most) {
        if (count > most) {
            throw new ChartException("chart." + what + ": at most " + most + " are drawn, but there are " + count);
        }
    }

    private record Fields(
            @Nullable Integer last,
            @Nullable Instant from,
            @Nullable Instant to,
            String type,
            String scale,
            @Nullable List<String> indicators,
            String volume,
            @Nullable List<String> patterns,
            @Nullable List<Drawing> drawings,
            @Nullable List<Position> trades,
            @Nullable Prices quote,
            String title,
            String locale,
            String zone,
            @Nullable Integer decimals,
            @Nullable JsonNode theme,
            @Nullable JsonNode size) {}

    private record Prices(double bid, double ask) {}

    private record Position(
            String side,
            @Nullable Anchor entry,
            @Nullable Anchor closing,
            @Nullable List<Anchor> stops,
            @Nullable List<Anchor> targets,
            String label) {
        TradeMark mark(String path) {
            if (entry == null) {
                throw new ChartException(path + ": 'entry' is missing");
            }
            boolean isLong = side.equals("long");
            if (!isLong && !side.equals("short")) {
                throw new ChartException(path + ".side: '" + side + "' must be long or short");
            }
            List<Anchor> all = new ArrayList<>(orNone(stops));
            all.addAll(orNone(targets));
            all.add(entry);
            if (closing != null) {
                all.add(closing);
            }
            for (Anchor anchor : all) {
                if (anchor == null) {
                    throw new ChartException(path + ": a stop or target is null");
                }
                ChartMapper.whole(path, anchor);
            }
            return new TradeMark(isLong, entry, closing, orNone(stops), orNone(targets), label);
        }
    }
}
