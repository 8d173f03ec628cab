package io.tradetracker.core.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Cancel;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Question;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes decisions as JSON and reads them back equal. A price that is absent (NaN) is left out. */
public final class DecisionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DecisionJson() {}

    /** {@return a decision as a JSON object} */
    public static ObjectNode write(Decision decision) {
        ObjectNode node = NODES.objectNode();
        ArrayNode intents = node.putArray("intents");
        decision.intents().forEach(intent -> intents.add(write(intent)));
        ArrayNode questions = node.putArray("questions");
        decision.questions().forEach(question -> questions.add(write(question)));
        node.put("reason", decision.reason());
        ObjectNode plots = node.putObject("plots");
        decision.plots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(plot -> plots.put(plot.getKey(), plot.getValue().toString()));
        return node;
    }

    /**
     * {@return the decision that was written}
     *
     * @throws IllegalArgumentException when the object is no decision
     */
    public static Decision read(JsonNode node) {
        Decision decision = Decision.hold();
        for (JsonNode intent : node.path("intents")) {
            decision = decision.and(Decision.of(readIntent(intent)));
        }
        for (JsonNode question : node.path("questions")) {
            decision = decision.and(Decision.ask(readQuestion(question)));
        }
        String reason = node.path("reason").asText();
        decision = reason.isEmpty() ? decision : decision.reason(reason);
        for (Map.Entry<String, JsonNode> plot : node.path("plots").properties()) {
            decision = decision.plot(
                    plot.getKey(), Double.parseDouble(plot.getValue().asText()));
        }
        return decision;
    }

    private static ObjectNode write(Intent intent) {
        ObjectNode node = NODES.objectNode();
        switch (intent) {
            case Enter enter -> write(enter, node);
            case Exit exit -> node.put("do", "exit").put("tag", exit.tag());
            case Cancel cancel -> node.put("do", "cancel").put("tag", cancel.tag());
            case Amend amend -> {
                node.put("do", "amend");
                put(node, "stopLoss", amend.stopLoss());
                put(node, "takeProfit", amend.takeProfit());
                put(node, "trailing", amend.trailing());
            }
        }
        return node;
    }

    private static void write(Enter enter, ObjectNode node) {
        node.put("do", enter.reverse() ? "reverse" : "enter")
                .put("side", enter.side().name());
        if (enter.size() != null) {
            node.put("size", enter.size().toString());
        }
        node.put("type", enter.type().name());
        put(node, "price", enter.price());
        put(node, "stopLoss", enter.stopLoss());
        put(node, "takeProfit", enter.takeProfit());
        put(node, "trailing", enter.trailing());
        node.put("timeInForce", enter.timeInForce().name())
                .put("tag", enter.tag())
                .put("group", enter.group());
    }

    private static Intent readIntent(JsonNode node) {
        String kind = node.path("do").asText();
        return switch (kind) {
            case "enter", "reverse" -> readEnter(node, kind.equals("reverse"));
            case "exit" -> new Exit(node.path("tag").asText());
            case "cancel" -> new Cancel(node.path("tag").asText());
            case "amend" -> new Amend(get(node, "stopLoss"), get(node, "takeProfit"), get(node, "trailing"));
            default -> throw new IllegalArgumentException("intent '" + kind + "' is not known");
        };
    }

    private static Enter readEnter(JsonNode node, boolean reverse) {
        return new Enter(
                OrderSide.valueOf(node.path("side").asText()),
                reverse,
                node.has("size") ? PositionSize.parse(node.path("size").asText()) : null,
                new OrderType(node.path("type").asText()),
                get(node, "price"),
                get(node, "stopLoss"),
                get(node, "takeProfit"),
                get(node, "trailing"),
                new TimeInForce(node.path("timeInForce").asText()),
                node.path("tag").asText(),
                node.path("group").asText());
    }

    private static ObjectNode write(Question question) {
        ObjectNode node = NODES.objectNode();
        node.put("id", question.id()).put("service", question.service());
        ObjectNode content = node.putObject("content");
        question.content().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> content.put(part.getKey(), part.getValue()));
        return node;
    }

    private static Question readQuestion(JsonNode node) {
        Map<String, String> content = new LinkedHashMap<>();
        node.path("content")
                .properties()
                .forEach(part -> content.put(part.getKey(), part.getValue().asText()));
        return new Question(node.path("id").asText(), node.path("service").asText(), content);
    }

    private static void put(ObjectNode node, String name, double value) {
        if (!Double.isNaN(value)) {
            node.put(name, Double.toString(value));
        }
    }

    private static double get(JsonNode node, String name) {
        return node.has(name) ? Double.parseDouble(node.path(name).asText()) : Double.NaN;
    }
}
