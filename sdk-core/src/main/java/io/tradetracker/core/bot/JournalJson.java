package io.tradetracker.core.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.engine.DecisionJson;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.RiskJson;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayJson;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.json.JsonMappers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Journal entries as JSON objects that read back equal. Doubles are written as their shortest text, so no database
 * rounds them. Safe for use by several threads.
 */
public final class JournalJson {
    private final JsonMapper mapper = JsonMappers.strict();
    private final GatewayJson facts = new GatewayJson();

    /** {@return an entry as one line of JSON} */
    public String write(JournalEntry entry) {
        ObjectNode node = mapper.createObjectNode();
        node.put("sequence", entry.sequence());
        node.set("input", write(entry.input()));
        ArrayNode decisions = node.putArray("decisions");
        entry.decisions().forEach(decision -> decisions.add(write(decision)));
        ArrayNode fills = node.putArray("fills");
        entry.fills().forEach(fill -> fills.add(write(fill)));
        ArrayNode rejections = node.putArray("rejections");
        entry.rejections().forEach(rejection -> rejections.add(write(rejection)));
        if (!entry.checks().isEmpty()) {
            ArrayNode checks = node.putArray("checks");
            entry.checks().forEach(check -> checks.add(RiskJson.write(check)));
        }
        node.put("equity", Double.toString(entry.equity()));
        return node.toString();
    }

    /**
     * {@return the entry that was written}
     *
     * @throws TradeTrackerException JOURNAL_FAILED when the text is no entry
     */
    public JournalEntry read(String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return new JournalEntry(
                    node.required("sequence").asLong(),
                    readInput(node.required("input")),
                    list(node.required("decisions"), JournalJson::readDecision),
                    list(node.required("fills"), JournalJson::readFill),
                    list(node.required("rejections"), JournalJson::readRejection),
                    node.has("checks") ? list(node.get("checks"), RiskJson::readCheck) : List.of(),
                    number(node, "equity"));
        } catch (JsonProcessingException | RuntimeException unreadable) {
            throw new TradeTrackerException(
                    CoreError.JOURNAL_FAILED, "a bot's record holds an entry that cannot be read", unreadable);
        }
    }

    private ObjectNode write(BotInput input) {
        ObjectNode node = mapper.createObjectNode().put("kind", input.kind());
        switch (input) {
            case BotInput.WarmUp(Candle candle) -> write(node, candle);
            case BotInput.CandleClosed(Candle candle) -> write(node, candle);
            case BotInput.CandleMissed(Candle candle) -> write(node, candle);
            case BotInput.CandleOpened(Instant time, double open) ->
                node.put("time", time.toString()).put("open", Double.toString(open));
            case BotInput.Halted(Instant time) -> node.put("time", time.toString());
            case BotInput.Answered(Answer answer) -> write(node, answer);
            case BotInput.Killed(KillSwitch killSwitch) -> node.setAll(RiskJson.write(killSwitch));
            case BotInput.Resumed(Instant time, String reason) ->
                node.put("time", time.toString()).put("reason", reason);
            case BotInput.Moment moment -> write(node, moment);
            case BotInput.Connected connected -> write(node, connected);
            case BotInput.Told told -> write(node, told);
        }
        return node;
    }

    private void write(ObjectNode node, BotInput.Connected connected) {
        node.put("time", connected.time().toString()).put("after", connected.after());
        ArrayNode capabilities = node.putArray("capabilities");
        connected.capabilities().forEach(each -> capabilities.add(each.name()));
        AccountEvent balances = new AccountEvent.BalanceChanged(connected.balances());
        node.put("balances", facts.write(new GatewayFact.Seen(connected.time(), balances, null)));
    }

    private void write(ObjectNode node, BotInput.Told told) {
        node.put("time", told.time().toString())
                .put("attended", told.attended())
                .put("upTo", told.upTo());
        ArrayNode written = node.putArray("facts");
        // as texts of ASCII: a fact holds what a broker says, and not every database keeps all of that
        told.facts().forEach(fact -> written.add(facts.write(fact)));
        ArrayNode withheld = node.putArray("withheld");
        told.withheld().forEach(id -> withheld.add(id.value()));
    }

    private static void write(ObjectNode node, Candle candle) {
        node.put("time", candle.time().toString())
                .put("open", Double.toString(candle.open()))
                .put("high", Double.toString(candle.high()))
                .put("low", Double.toString(candle.low()))
                .put("close", Double.toString(candle.close()))
                .put("volume", Double.toString(candle.volume()));
    }

    private static void write(ObjectNode node, BotInput.Moment moment) {
        ObjectNode candles = node.put("time", moment.time().toString()).putObject("candles");
        moment.candles().forEach((instrument, candle) -> write(candles.putObject(instrument.value()), candle));
    }

    private static void write(ObjectNode node, Answer answer) {
        node.put("question", answer.questionId()).put("time", answer.time().toString());
        ObjectNode content = node.putObject("content");
        answer.content().forEach(content::put);
        node.put("failure", answer.failure());
    }

    private ObjectNode write(DecisionRecord decision) {
        ObjectNode node = mapper.createObjectNode();
        node.put("time", decision.time().toString()).put("trigger", decision.trigger());
        node.set("decision", DecisionJson.write(decision.decision()));
        ObjectNode indicators = node.putObject("indicators");
        decision.indicators().forEach((name, value) -> indicators.put(name, Double.toString(value)));
        return node;
    }

    private ObjectNode write(Fill fill) {
        return mapper.createObjectNode()
                .put("time", fill.time().toString())
                .put("instrument", fill.instrument().value())
                .put("side", fill.side().name())
                .put("quantity", fill.quantity().toPlainString())
                .put("price", fill.price().toPlainString())
                .put("fee", fill.fee().toPlainString())
                .put("reason", fill.reason().name())
                .put("order", fill.clientOrderId().value());
    }

    private ObjectNode write(Rejection rejection) {
        return mapper.createObjectNode()
                .put("time", rejection.time().toString())
                .put("tag", rejection.tag())
                .put("code", rejection.code())
                .put("message", rejection.message());
    }

    private BotInput readInput(JsonNode node) {
        String kind = text(node, "kind");
        if (node.has("candles")) {
            return readMoment(kind, node);
        }
        return switch (kind) {
            case "warm-up" -> new BotInput.WarmUp(readCandle(node));
            case "candle" -> new BotInput.CandleClosed(readCandle(node));
            case "missed" -> new BotInput.CandleMissed(readCandle(node));
            case "open" -> new BotInput.CandleOpened(time(node), number(node, "open"));
            case "halt" -> new BotInput.Halted(time(node));
            case "kill" -> new BotInput.Killed(RiskJson.readKillSwitch(node));
            case "resume" -> new BotInput.Resumed(time(node), text(node, "reason"));
            case "connect" -> readConnected(node);
            case "told" ->
                new BotInput.Told(
                        time(node),
                        node.required("attended").asBoolean(),
                        node.required("upTo").asLong(),
                        list(node.required("facts"), fact -> facts.read(fact.asText())),
                        list(node.required("withheld"), id -> ClientOrderId.of(id.asText())));
            case "answer" ->
                new BotInput.Answered(new Answer(
                        text(node, "question"), time(node), texts(node.required("content")), text(node, "failure")));
            default -> throw new IllegalArgumentException("input '" + kind + "' is not known");
        };
    }

    private BotInput.Connected readConnected(JsonNode node) {
        if (facts.read(text(node, "balances")) instanceof GatewayFact.Seen seen
                && seen.event() instanceof AccountEvent.BalanceChanged(AccountSnapshot balances)) {
            Set<BrokerCapability> capabilities = new HashSet<>();
            node.required("capabilities").forEach(name -> capabilities.add(new BrokerCapability(name.asText())));
            return new BotInput.Connected(time(node), node.required("after").asLong(), capabilities, balances);
        }
        throw new IllegalArgumentException("a connection without balances");
    }

    private static BotInput.Moment readMoment(String kind, JsonNode node) {
        for (BotInput.Part part : BotInput.Part.values()) {
            if (part.word().equals(kind)) {
                Map<InstrumentId, Candle> candles = new LinkedHashMap<>();
                node.required("candles")
                        .properties()
                        .forEach(each -> candles.put(InstrumentId.of(each.getKey()), readCandle(each.getValue())));
                return new BotInput.Moment(time(node), part, candles);
            }
        }
        throw new IllegalArgumentException("input '" + kind + "' is not known to have candles");
    }

    private static Candle readCandle(JsonNode node) {
        return new Candle(
                time(node),
                number(node, "open"),
                number(node, "high"),
                number(node, "low"),
                number(node, "close"),
                number(node, "volume"));
    }

    private static DecisionRecord readDecision(JsonNode node) {
        Map<String, Double> indicators = new LinkedHashMap<>();
        texts(node.required("indicators")).forEach((name, value) -> indicators.put(name, Double.valueOf(value)));
        return new DecisionRecord(
                time(node), text(node, "trigger"), DecisionJson.read(node.required("decision")), indicators);
    }

    private static Fill readFill(JsonNode node) {
        return new Fill(
                time(node),
                InstrumentId.of(text(node, "instrument")),
                OrderSide.valueOf(text(node, "side")),
                new BigDecimal(text(node, "quantity")),
                new BigDecimal(text(node, "price")),
                new BigDecimal(text(node, "fee")),
                new FillReason(text(node, "reason")),
                ClientOrderId.of(text(node, "order")));
    }

    private static Rejection readRejection(JsonNode node) {
        return new Rejection(time(node), text(node, "tag"), text(node, "code"), text(node, "message"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        array.forEach(node -> values.add(reader.apply(node)));
        return values;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static double number(JsonNode node, String name) {
        return Double.parseDouble(text(node, name));
    }

    private static Instant time(JsonNode node) {
        return Instant.parse(text(node, "time"));
    }
}
