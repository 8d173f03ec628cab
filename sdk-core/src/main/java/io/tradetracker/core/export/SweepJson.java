package io.tradetracker.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterAxis;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.core.sweep.SweepRow;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sweeps as JSON. A figure that does not exist is {@code null}. */
public final class SweepJson {
    private SweepJson() {}

    /**
     * {@return what was tried, how many could not run, and the best}
     *
     * @param most how many of the best
     */
    public static ObjectNode result(SweepResult result, int most) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode axes = json.putObject("grid");
        for (ParameterAxis axis : result.grid().axes()) {
            ArrayNode values = axes.putArray(axis.name());
            axis.values().forEach(values::add);
        }
        json.put("combinations", result.rows().size())
                .put("faults", result.faults().size())
                .put("rankedBy", result.rankedBy().id());
        json.put(
                "heldOutFrom",
                result.heldOutFrom() == null ? null : result.heldOutFrom().toString());
        ArrayNode top = json.putArray("top");
        result.top(most).forEach(row -> top.add(row(row, result.heldOutFrom() != null)));
        return json;
    }

    private static ObjectNode row(SweepRow row, boolean holdsOut) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode parameters = json.putObject("parameters");
        row.parameters().forEach(parameters::put);
        figures(json, row::get);
        if (holdsOut) {
            figures(json.putObject("heldOut"), row::heldOut);
        }
        return json;
    }

    private static void figures(ObjectNode json, ToDoubleFunction<Statistic> figure) {
        List<Statistic> figures = SweepRow.FIGURES;
        for (Statistic statistic : figures) {
            json.put(statistic.id(), Numbers.orNull(figure.applyAsDouble(statistic)));
        }
    }
}
