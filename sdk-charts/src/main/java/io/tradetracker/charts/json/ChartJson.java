package io.tradetracker.charts.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.render.ChartGeometry;
import io.tradetracker.charts.render.ChartGeometry.Column;
import io.tradetracker.charts.render.ChartPicture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A chart for a page that shows its picture: what stands in each column and where everything is, in pixels at scale 1.
 * Times are milliseconds since 1970 UTC. Numbers that do not exist are {@code null}.
 */
public final class ChartJson {
    /** What changes when a property gets another meaning or is gone. */
    public static final int VERSION = 1;

    private ChartJson() {}

    /** {@return the chart} */
    public static ObjectNode of(ChartSpec spec, ChartPicture picture) {
        ChartGeometry geometry = picture.geometry();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION)
                .put("instrument", spec.candles().instrument().id().value())
                .put("timeframe", spec.candles().timeframe().toString())
                .put("title", spec.text().title())
                .put("zone", spec.text().zone().getId())
                .put("locale", spec.text().locale().toLanguageTag())
                .put("width", geometry.width())
                .put("height", geometry.height())
                .put("scale", spec.size().scale());
        json.putObject("x").put("first", geometry.firstX()).put("step", geometry.stepX());
        json.set("columns", columns(geometry.columns()));
        ArrayNode panes = json.putArray("panes");
        geometry.panes().forEach(pane -> panes.add(pane(pane)));
        return json;
    }

    /** {@return the chart as a JSON text in UTF-8} */
    public static byte[] bytes(ChartSpec spec, ChartPicture picture) {
        return of(spec, picture).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode columns(List<Column> columns) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("time", whole(columns, Column::timeMillis));
        json.set("open", numbers(columns, Column::open));
        json.set("high", numbers(columns, Column::high));
        json.set("low", numbers(columns, Column::low));
        json.set("close", numbers(columns, Column::close));
        json.set("volume", numbers(columns, Column::volume));
        return json;
    }

    private static ObjectNode pane(ChartGeometry.PaneBox pane) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", pane.id())
                .put("x", pane.x())
                .put("y", pane.y())
                .put("width", pane.width())
                .put("height", pane.height())
                .put("scale", pane.scale().name().toLowerCase(Locale.ROOT));
        put(json, "low", pane.low());
        put(json, "high", pane.high());
        ArrayNode rows = json.putArray("rows");
        for (ChartGeometry.Row row : pane.rows()) {
            ObjectNode each = rows.addObject().put("label", row.label()).put("colour", row.colour());
            each.set("values", values(row.values()));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, double number) {
        if (Double.isFinite(number)) {
            json.put(name, number);
        } else {
            json.putNull(name);
        }
    }

    private static ArrayNode values(Values values) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode(values.size());
        for (int i = 0; i < values.size(); i++) {
            add(json, values.at(i));
        }
        return json;
    }

    private static ArrayNode numbers(List<Column> columns, ToDoubleFunction<Column> number) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode(columns.size());
        columns.forEach(each -> add(json, number.applyAsDouble(each)));
        return json;
    }

    private static void add(ArrayNode json, double number) {
        if (Double.isFinite(number)) {
            json.add(number);
        } else {
            json.addNull();
        }
    }

    private static ArrayNode whole(List<Column> columns, ToLongFunction<Column> number) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode(columns.size());
        columns.forEach(each -> json.add(number.applyAsLong(each)));
        return json;
    }
}
