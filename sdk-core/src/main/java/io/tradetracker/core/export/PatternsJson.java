package io.tradetracker.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.study.StudyResult;
import io.tradetracker.core.study.StudyRow;
import io.tradetracker.core.study.StudySettings;
import io.tradetracker.indicators.candlestick.CandlestickMatch;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.Formation;
import java.time.Instant;
import java.util.List;

/** Patterns as JSON. Times are ISO-8601 UTC; a number that does not exist is {@code null}. */
public final class PatternsJson {
    private PatternsJson() {}

    /** {@return the chart patterns and the candlestick patterns, with what they look like} */
    public static ObjectNode all() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode charts = json.putArray("chartPatterns");
        for (ChartPattern each : ChartPattern.values()) {
            charts.addObject()
                    .put("id", each.id())
                    .put("title", each.title())
                    .put("direction", each.direction())
                    .put("description", each.description());
        }
        ArrayNode candlesticks = json.putArray("candlestickPatterns");
        for (CandlestickPattern each : CandlestickPattern.values()) {
            candlesticks
                    .addObject()
                    .put("id", each.id())
                    .put("title", each.title())
                    .put("signals", each.signals().name())
                    .put("candles", each.candles())
                    .put("description", each.description());
        }
        return json;
    }

    /** {@return one chart pattern that was found} */
    public static ObjectNode of(Formation found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pattern", found.pattern().id())
                .put("direction", found.direction())
                .put("knownAt", Instant.ofEpochMilli(found.knownAtMillis()).toString())
                .put("confidence", Numbers.decimal(found.confidence()))
                .put("confirmation", Numbers.orNull(found.confirmation()))
                .put("invalidation", Numbers.orNull(found.invalidation()))
                .put("target", Numbers.orNull(found.target()));
        ArrayNode points = json.putArray("points");
        found.points().forEach(point -> points.add(point(point)));
        ArrayNode lines = json.putArray("lines");
        for (Formation.Line line : found.lines()) {
            ObjectNode node = lines.addObject().put("label", line.label());
            node.set("from", point(line.from()));
            node.set("to", point(line.to()));
        }
        return json;
    }

    /** {@return one candlestick pattern that was found} */
    public static ObjectNode of(CandlestickMatch found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pattern", found.pattern().id())
                .put("signal", found.signal())
                .put("strength", Numbers.decimal(found.strength()))
                .put("trend", found.trend())
                .put("from", Instant.ofEpochMilli(found.fromMillis()).toString())
                .put("to", Instant.ofEpochMilli(found.toMillis()).toString());
    }

    private static ObjectNode point(Formation.Point point) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("time", Instant.ofEpochMilli(point.timeMillis()).toString())
                .put("price", Numbers.decimal(point.price()));
        return point.label().isEmpty() ? json : json.put("label", point.label());
    }

    /** {@return how a study was done and what it says of each pattern, in its order} */
    public static ObjectNode study(StudyResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        StudySettings settings = result.settings();
        json.put("series", result.series()).put("candles", result.candles());
        json.putObject("settings")
                .put("entry", settings.entry().name())
                .put("horizon", settings.horizon())
                .put("minTrials", settings.minTrials())
                .put("falseDiscoveryRate", settings.falseDiscoveryRate())
                .put("draws", settings.draws())
                .put("seed", settings.seed());
        ArrayNode rows = json.putArray("patterns");
        result.rows().forEach(row -> rows.add(row(row)));
        ArrayNode edges = json.putArray("edges");
        ids(result.edges()).forEach(edges::add);
        return json;
    }

    private static List<String> ids(List<StudyRow> rows) {
        return rows.stream().map(row -> row.pattern().id()).toList();
    }

    private static ObjectNode row(StudyRow row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pattern", row.pattern().id())
                .put("found", row.counts().found())
                .put("trials", row.counts().trials())
                .put("reached", row.counts().reached())
                .put("invalidated", row.counts().invalidated())
                .put("timedOut", row.counts().timedOut())
                .put("rate", Numbers.orNull(row.rate()))
                .put("rateLow", Numbers.decimal(row.interval().low()))
                .put("rateHigh", Numbers.decimal(row.interval().high()))
                .put("chance", Numbers.orNull(row.chance()))
                .put("reward", Numbers.orNull(row.reward()))
                .put("p", Numbers.decimal(row.test().p()))
                .put("adjusted", Numbers.orNull(row.test().adjusted()))
                .put("verdict", row.test().verdict().name());
    }
}
