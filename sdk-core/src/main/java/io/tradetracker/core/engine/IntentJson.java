package io.tradetracker.core.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Cancel;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import io.tradetracker.api.strategy.Trailing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Intents as JSON objects that read back equal. What is empty or NaN is left out. */
final class IntentJson {
    private IntentJson() {}

    static ObjectNode write(Intent intent) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (intent) {
            case Enter enter -> write(enter, node);
            case Exit exit -> write(exit, node);
            case Cancel cancel -> put(node.put("do", "cancel"), "tag", cancel.tag());
            case Amend amend -> {
                put(node.put("do", "amend"), "part", amend.part());
                put(node, amend.protection());
                node.put("clear", amend.clear());
            }
        }
        InstrumentId instrument = intent.instrument();
        return put(node, "instrument", instrument == null ? "" : instrument.value());
    }

    private static void write(Enter enter, ObjectNode node) {
        node.put("do", "enter")
                .put("mode", enter.mode().name())
                .put("side", enter.side().name());
        PositionSize size = enter.size();
        put(node, "size", size == null ? "" : size.toString());
        put(node, enter.terms());
        put(node, enter.protection());
        put(node, "tag", enter.tag());
        put(node, "group", enter.group());
    }

    private static void write(Exit exit, ObjectNode node) {
        put(node.put("do", "exit"), "part", exit.part());
        put(node, "quantity", exit.quantity());
        put(node, "percent", exit.percent());
        put(node, exit.terms());
        put(node, "tag", exit.tag());
        put(node, "group", exit.group());
    }

    private static void put(ObjectNode node, OrderTerms terms) {
        node.put("type", terms.type().name());
        put(node, "limitPrice", terms.limitPrice());
        put(node, "stopPrice", terms.stopPrice());
        node.put("timeInForce", terms.timeInForce().name());
        Instant goodTill = terms.goodTill();
        put(node, "goodTill", goodTill == null ? "" : goodTill.toString());
    }

    private static void put(ObjectNode node, Protection protection) {
        put(node, "stopLoss", protection.stopLoss());
        put(node, "takeProfit", protection.takeProfit());
        Trailing trailing = protection.trailing();
        if (trailing.isSet()) {
            put(node, "trailing", trailing.amount());
            put(node, "trailingPercent", trailing.percent());
            put(node, "trailingIndicator", trailing.indicator());
            put(node, "trailingFactor", trailing.factor());
            put(node, "trailingAfter", trailing.after());
        }
    }

    private static ObjectNode put(ObjectNode node, String name, String text) {
        return text.isEmpty() ? node : node.put(name, text);
    }

    private static void put(ObjectNode node, String name, double value) {
        if (!Double.isNaN(value)) {
            node.put(name, Double.toString(value));
        }
    }

    static Intent read(JsonNode node) {
        String kind = text(node, "do");
        return switch (kind) {
            case "enter" -> readEnter(node);
            case "exit" ->
                new Exit(
                        instrument(node),
                        text(node, "part"),
                        number(node, "quantity"),
                        number(node, "percent"),
                        readTerms(node),
                        text(node, "tag"),
                        text(node, "group"));
            case "cancel" -> new Cancel(instrument(node), text(node, "tag"));
            case "amend" ->
                new Amend(
                        instrument(node),
                        text(node, "part"),
                        readProtection(node),
                        node.path("clear").asBoolean());
            default -> throw new IllegalArgumentException("intent '" + kind + "' is not known");
        };
    }

    private static Enter readEnter(JsonNode node) {
        return new Enter(
                instrument(node),
                OrderSide.valueOf(text(node, "side")),
                EntryMode.valueOf(text(node, "mode")),
                node.has("size") ? PositionSize.parse(text(node, "size")) : null,
                readTerms(node),
                readProtection(node),
                text(node, "tag"),
                text(node, "group"));
    }

    private static OrderTerms readTerms(JsonNode node) {
        return new OrderTerms(
                new OrderType(text(node, "type")),
                number(node, "limitPrice"),
                number(node, "stopPrice"),
                new TimeInForce(text(node, "timeInForce")),
                node.has("goodTill") ? Instant.parse(text(node, "goodTill")) : null);
    }

    private static Protection readProtection(JsonNode node) {
        Trailing trailing = node.has("trailingFactor")
                ? new Trailing(
                        number(node, "trailing"),
                        number(node, "trailingPercent"),
                        text(node, "trailingIndicator"),
                        number(node, "trailingFactor"),
                        number(node, "trailingAfter"))
                : Trailing.NONE;
        return new Protection(number(node, "stopLoss"), number(node, "takeProfit"), trailing);
    }

    private static @Nullable InstrumentId instrument(JsonNode node) {
        return node.has("instrument") ? InstrumentId.of(text(node, "instrument")) : null;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static double number(JsonNode node, String name) {
        return node.has(name) ? Double.parseDouble(text(node, name)) : Double.NaN;
    }
}
