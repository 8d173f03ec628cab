package io.tradetracker.core.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes order rules and what they said as JSON, and reads it back equal. Numbers of outcomes are written as their
 * shortest text, limits as plain numbers; what is absent is left out. A property that is not known is refused: nobody
 * may believe in a limit that is not kept.
 */
public final class RiskJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RiskJson() {}

    /** {@return limits as a JSON object; an empty one for none} */
    public static ObjectNode write(OrderRules rules) {
        ObjectNode node = NODES.objectNode();
        put(node, "maxPosition", rules.maxPosition());
        put(node, "maxExposurePercent", rules.maxExposurePercent());
        if (rules.maxOrdersPerHour() != OrderRules.UNLIMITED) {
            node.put("maxOrdersPerHour", rules.maxOrdersPerHour());
        }
        put(node, "maxDailyLossPercent", rules.maxDailyLossPercent());
        if (rules.atDailyLoss() != OrderRules.NONE.atDailyLoss()) {
            node.put("atDailyLoss", rules.atDailyLoss().toString());
        }
        put(node, "maxDrawdownPercent", rules.maxDrawdownPercent());
        if (rules.atDrawdown() != OrderRules.NONE.atDrawdown()) {
            node.put("atDrawdown", rules.atDrawdown().toString());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, double limit) {
        if (Double.isFinite(limit)) {
            BigDecimal decimal = BigDecimal.valueOf(limit).stripTrailingZeros();
            node.put(name, decimal.scale() < 0 ? decimal.setScale(0) : decimal);
        }
    }

    /**
     * {@return the limits that were written}
     *
     * @throws IllegalArgumentException when the object is no limits, or has a property that is not known
     */
    public static OrderRules readRules(JsonNode node) {
        requireOnly(
                node,
                Set.of(
                        "maxPosition",
                        "maxExposurePercent",
                        "maxOrdersPerHour",
                        "maxDailyLossPercent",
                        "atDailyLoss",
                        "maxDrawdownPercent",
                        "atDrawdown"));
        return OrderRules.NONE
                .withMaxPosition(limit(node, "maxPosition"))
                .withMaxExposure(limit(node, "maxExposurePercent"))
                .withMaxOrdersPerHour(orders(node))
                .withMaxDailyLoss(
                        limit(node, "maxDailyLossPercent"), mode(node, "atDailyLoss", OrderRules.NONE.atDailyLoss()))
                .withMaxDrawdown(
                        limit(node, "maxDrawdownPercent"), mode(node, "atDrawdown", OrderRules.NONE.atDrawdown()));
    }

    private static double limit(JsonNode node, String name) {
        if (!node.has(name)) {
            return Double.POSITIVE_INFINITY;
        }
        if (!node.get(name).isNumber() || !Double.isFinite(node.get(name).doubleValue())) {
            throw new IllegalArgumentException(name + " must be a number, but is " + node.get(name));
        }
        return node.get(name).doubleValue();
    }

    private static int orders(JsonNode node) {
        if (!node.has("maxOrdersPerHour")) {
            return OrderRules.UNLIMITED;
        }
        JsonNode orders = node.get("maxOrdersPerHour");
        if (!orders.isInt()) {
            throw new IllegalArgumentException("maxOrdersPerHour " + orders + " must be a whole number");
        }
        return orders.intValue();
    }

    private static HaltMode mode(JsonNode node, String name, HaltMode otherwise) {
        return node.has(name) ? HaltMode.parse(text(node, name)) : otherwise;
    }

    /** {@return a kill switch as a JSON object} */
    public static ObjectNode write(KillSwitch killSwitch) {
        return NODES.objectNode()
                .put("time", killSwitch.since().toString())
                .put("reason", killSwitch.reason())
                .put("mode", killSwitch.mode().toString());
    }

    /**
     * {@return the kill switch that was written; other properties may stand beside its own}
     *
     * @throws IllegalArgumentException when the object is none
     */
    public static KillSwitch readKillSwitch(JsonNode node) {
        return new KillSwitch(
                Instant.parse(text(node, "time")), text(node, "reason"), HaltMode.parse(text(node, "mode")));
    }

    /** {@return a check as a JSON object} */
    public static ObjectNode write(RefusedCheck check) {
        ObjectNode node = NODES.objectNode()
                .put("time", check.time().toString())
                .put("instrument", check.instrument().value())
                .put("tag", check.tag());
        node.set("outcomes", write(check.result()));
        return node;
    }

    /**
     * {@return the check that was written}
     *
     * @throws IllegalArgumentException when the object is none, or has a property that is not known
     */
    public static RefusedCheck readCheck(JsonNode node) {
        requireOnly(node, Set.of("time", "instrument", "tag", "outcomes"));
        return new RefusedCheck(
                Instant.parse(text(node, "time")),
                InstrumentId.of(text(node, "instrument")),
                text(node, "tag"),
                readResult(node.required("outcomes")));
    }

    /** {@return what each rule said as a JSON array} */
    public static ArrayNode write(CheckResult result) {
        ArrayNode array = NODES.arrayNode();
        result.outcomes().forEach(outcome -> array.add(write(outcome)));
        return array;
    }

    private static ObjectNode write(RuleOutcome outcome) {
        ObjectNode node = NODES.objectNode().put("rule", outcome.rule().name());
        if (!Double.isNaN(outcome.limit())) {
            node.put("limit", Double.toString(outcome.limit()));
        }
        if (!Double.isNaN(outcome.actual())) {
            node.put("actual", Double.toString(outcome.actual()));
        }
        return node.put("passed", outcome.passed()).put("sentence", outcome.sentence());
    }

    /**
     * {@return the result that was written}
     *
     * @throws IllegalArgumentException when the array is none, or an outcome has a property that is not known
     */
    public static CheckResult readResult(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("outcomes must be an array, but are " + array);
        }
        List<RuleOutcome> outcomes = new ArrayList<>();
        array.forEach(node -> outcomes.add(readOutcome(node)));
        return new CheckResult(outcomes);
    }

    private static RuleOutcome readOutcome(JsonNode node) {
        requireOnly(node, Set.of("rule", "limit", "actual", "passed", "sentence"));
        if (!node.required("passed").isBoolean()) {
            throw new IllegalArgumentException("passed must be true or false in " + node);
        }
        return new RuleOutcome(
                new RuleName(text(node, "rule")),
                number(node, "limit"),
                number(node, "actual"),
                node.get("passed").booleanValue(),
                text(node, "sentence"));
    }

    private static double number(JsonNode node, String name) {
        return node.has(name) ? Double.parseDouble(text(node, name)) : Double.NaN;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be a text, but is " + value);
        }
        return value.textValue();
    }

    private static void requireOnly(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("an object is expected, but there is " + node);
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("property '" + name + "' is not known in " + node);
            }
        });
    }
}
