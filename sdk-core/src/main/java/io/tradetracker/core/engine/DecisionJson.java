package io.tradetracker.core.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes decisions as JSON and reads them back equal. A number that is absent (NaN) is left out. */
public final class DecisionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DecisionJson() {}

    /** {@return a decision as a JSON object} */
    public static ObjectNode write(Decision decision) {
        ObjectNode node = NODES.objectNode();
        ArrayNode intents = node.putArray("intents");
        decision.intents().forEach(intent -> intents.add(IntentJson.write(intent)));
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
        List<Intent> intents = new ArrayList<>();
        node.path("intents").forEach(intent -> intents.add(IntentJson.read(intent)));
        Decision decision = Decision.of(intents);
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
}
