package io.tradetracker.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.engine.RiskJson;
import io.tradetracker.core.report.Breakdown;
import io.tradetracker.core.report.Drawdown;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import java.util.List;

/** Results as JSON objects. A figure that does not exist is null; names are those of {@link Statistic#id()}. */
public final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultJson() {}

    /** {@return period, every figure, and what is told about them} */
    public static ObjectNode report(PerformanceReport report) {
        ObjectNode node = NODES.objectNode();
        node.put("from", report.from().toString()).put("to", report.to().toString());
        for (Statistic statistic : Statistic.values()) {
            node.put(statistic.id(), Numbers.orNull(report.get(statistic)));
        }
        return node.put("annualisation", report.annualisation());
    }

    /**
     * {@return the figures, months, weekdays, hours, drawdowns and notices of a run, its order rules and how often each
     * refused}
     */
    public static ObjectNode result(BacktestResult result) {
        ObjectNode node = report(result.report());
        Breakdown breakdown = Breakdown.of(result.equity(), result.settings().cash(), result.roundTrips());
        ObjectNode months = node.putObject("months");
        breakdown
                .months()
                .forEach(month -> months.put(month.month().toString(), Numbers.orNull(month.returnPercent())));
        put(node.putArray("weekdays"), breakdown.weekdays());
        put(node.putArray("hours"), breakdown.hours());
        ArrayNode drawdowns = node.putArray("drawdowns");
        result.report().drawdowns().forEach(drawdown -> put(drawdowns.addObject(), drawdown));
        ArrayNode notices = node.putArray("notices");
        result.notices()
                .forEach(notice -> notices.addObject()
                        .put("time", notice.time().toString())
                        .put("code", notice.code())
                        .put("message", notice.message()));
        node.set("orderRules", RiskJson.write(result.settings().account().orderRules()));
        ObjectNode refused = node.putObject("refusedByRule");
        result.report().refusedByRule().forEach((rule, count) -> refused.put(rule.name(), count));
        return node;
    }

    private static void put(ArrayNode array, List<Breakdown.Slice> slices) {
        for (Breakdown.Slice slice : slices) {
            array.addObject()
                    .put("label", slice.label())
                    .put("roundTrips", slice.roundTrips())
                    .put("winRatePercent", Numbers.orNull(slice.winRatePercent()))
                    .put("profit", Numbers.orNull(slice.profit()));
        }
    }

    private static void put(ObjectNode node, Drawdown drawdown) {
        node.put("peak", drawdown.peakTime().toString())
                .put("trough", drawdown.troughTime().toString())
                .put(
                        "recovery",
                        drawdown.recoveryTime() == null
                                ? null
                                : drawdown.recoveryTime().toString())
                .put("depthPercent", Numbers.orNull(drawdown.depthPercent()))
                .put("amount", Numbers.orNull(drawdown.amount()));
    }
}
