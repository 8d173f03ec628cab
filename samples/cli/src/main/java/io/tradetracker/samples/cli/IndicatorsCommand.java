package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorGroup;
import io.tradetracker.indicators.IndicatorSpec;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the indicators that a strategy can declare by name. */
@Command(name = "indicators", description = "Lists the indicators and candlestick patterns a strategy can declare.")
@SuppressWarnings("NullAway.Init")
final class IndicatorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of a list.")
    private boolean json;

    @Override
    public void run() {
        spec.commandLine().getOut().println(json ? JsonText.write(toJson()) : toText().stripTrailing());
    }

    private static String toText() {
        StringBuilder text = new StringBuilder();
        for (IndicatorGroup group : IndicatorGroup.values()) {
            text.append(group.name().toLowerCase(Locale.ROOT)).append('\n');
            IndicatorCatalogue.all().stream()
                    .filter(kind -> kind.group() == group)
                    .forEach(kind -> text.append(
                            String.format(Locale.ROOT, "  %-26s%s%s\n", kind.id(), kind.title(), parameters(kind))));
        }
        return text.toString();
    }

    private static String parameters(IndicatorSpec kind) {
        return kind.parameters().isEmpty()
                ? ""
                : kind.parameters().stream()
                        .map(parameter -> parameter.name() + " " + plain(parameter.defaultValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("indicators");
        IndicatorCatalogue.all().forEach(kind -> list.add(toJson(kind)));
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
