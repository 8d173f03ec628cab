package io.tradetracker.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.indicators.IndicatorSpec;
import java.util.List;

/** The catalogue of indicators for programs: what can be declared, with which parameters, and how it is drawn. */
public final class IndicatorsJson {
    private IndicatorsJson() {}

    /** {@return one object with a list {@code indicators}, in the given order} */
    public static ObjectNode of(List<IndicatorSpec> kinds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("indicators");
        kinds.forEach(kind -> list.add(toJson(kind)));
        return json;
    }

    private static ObjectNode toJson(IndicatorSpec kind) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        PriceField source = kind.source();
        node.put("id", kind.id())
                .put("title", kind.title())
                .put("group", kind.group().name())
                .put("source", source == null ? null : source.name())
                .put("pane", kind.pane().name())
                .put("definition", kind.definition())
                .put("firstValue", kind.firstValue());
        ArrayNode parameters = node.putArray("parameters");
        kind.parameters().forEach(parameter -> {
            ObjectNode each = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("whole", parameter.whole())
                    .put("default", parameter.defaultValue());
            if (Double.isFinite(parameter.lowest())) {
                each.put("lowest", parameter.lowest()).put("highest", parameter.highest());
            }
        });
        ArrayNode outputs = node.putArray("outputs");
        kind.outputs()
                .forEach(output -> outputs.addObject()
                        .put("name", output.name())
                        .put("style", output.style().name())
                        .put("colour", output.colour()));
        return node;
    }
}
