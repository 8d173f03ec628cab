package io.tradetracker.core.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.engine.RiskJson;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.json.JsonMappers;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a gateway as JSON objects that read back equal. The text is one line of ASCII whatever it tells of, so that
 * any file and any database keeps it. Exact numbers are written plain, doubles as their shortest text, times in ISO
 * 8601; what is null is left out. A field that is not known is refused: it may mean that something was not done. Safe
 * for use by several threads.
 */
public final class GatewayJson {
    private static final int DEEPEST = 64;

    private final JsonMapper mapper = mapper();
    private final ObjectWriter writer = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** What was written must be readable, however long a sentence of a broker is. */
    static JsonMapper mapper() {
        JsonMapper mapper = JsonMappers.strict();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    /** {@return a fact as one line of JSON} */
    public String write(GatewayFact fact) {
        JsonFields fields = JsonFields.empty()
                .put("fact", kindOf(fact))
                .put("time", fact.time().toString());
        try {
            return writer.writeValueAsString(put(fields, fact).node());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * {@return the fact that was written}
     *
     * @throws TradeTrackerException JOURNAL_FAILED when the text is no fact
     */
    public GatewayFact read(String text) {
        try {
            return read(mapper.readTree(text));
        } catch (JsonProcessingException | RuntimeException unreadable) {
            throw new TradeTrackerException(
                    CoreError.JOURNAL_FAILED,
                    "the record of an account holds a fact that cannot be read; it may be that of a later version: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    static GatewayFact read(JsonNode node) {
        return JsonFields.read(node, GatewayJson::readFact);
    }

    /** {@return the word for a kind of fact, which never changes, such as {@code intended}} */
    public static String kindOf(GatewayFact fact) {
        return switch (fact) {
            case GatewayFact.Began began -> "began";
            case GatewayFact.Intended intended -> "intended";
            case GatewayFact.Due due -> "due";
            case GatewayFact.InputsHandled handled -> "inputs-handled";
            case GatewayFact.Declined declined -> "declined";
            case GatewayFact.Answered answered -> "answered";
            case GatewayFact.Settled settled -> "settled";
            case GatewayFact.HandedOver handedOver -> "handed-over";
            case GatewayFact.Seen seen -> "seen";
            case GatewayFact.Assigned assigned -> "assigned";
            case GatewayFact.Freed freed -> "freed";
            case GatewayFact.EquityNoted equity -> "equity";
            case GatewayFact.Killed killed -> "killed";
            case GatewayFact.Resumed resumed -> "resumed";
        };
    }

    private static JsonFields put(JsonFields fields, GatewayFact fact) {
        return switch (fact) {
            case GatewayFact.Began(Instant time, String holder) -> fields.put("holder", holder);
            case GatewayFact.Intended(Instant time, OrderIntent intent, boolean queued) ->
                fields.put("intent", write(intent)).put("queued", queued);
            case GatewayFact.Due(Instant time, ClientOrderId id) -> fields.put("id", id);
            case GatewayFact.InputsHandled(Instant time, OrderOwner owner, long sequence) ->
                fields.put("owner", write(owner)).put("sequence", sequence);
            case GatewayFact.Declined(Instant time, OrderIntent intent, String code, String reason) ->
                fields.put("intent", write(intent)).put("code", code).put("reason", reason);
            case GatewayFact.Answered(Instant time, ClientOrderId id, SubmitOutcome outcome) ->
                fields.put("id", id).put("answer", OrderActionJson.write(outcome));
            case GatewayFact.Settled(Instant time, ClientOrderId id, Settlement settlement) ->
                fields.put("id", id).put("settlement", write(settlement));
            case GatewayFact.HandedOver(Instant time, ClientOrderId id, String reason) ->
                fields.put("id", id).put("reason", reason);
            case GatewayFact.Seen(Instant time, AccountEvent event, @Nullable ClientOrderId intent) ->
                fields.put("seen", AccountEventJson.write(event)).put("intent", intent);
            case GatewayFact.Assigned(Instant time, InstrumentId instrument, OrderOwner owner) ->
                fields.put("instrument", instrument).put("owner", write(owner));
            case GatewayFact.Freed(Instant time, InstrumentId instrument) -> fields.put("instrument", instrument);
            case GatewayFact.EquityNoted(Instant time, double equity) -> fields.put("equity", Double.toString(equity));
            case GatewayFact.Killed(Instant time, KillSwitch killSwitch) -> fields.put("switch", write(killSwitch));
            case GatewayFact.Resumed(Instant time, String reason) -> fields.put("reason", reason);
        };
    }

    private static GatewayFact readFact(JsonFields fields) {
        String kind = fields.text("fact");
        Instant time = fields.time("time");
        return switch (kind) {
            case "began" -> new GatewayFact.Began(time, fields.text("holder"));
            case "intended" -> new GatewayFact.Intended(time, intent(fields), fields.flag("queued"));
            case "due" -> new GatewayFact.Due(time, id(fields));
            case "inputs-handled" -> new GatewayFact.InputsHandled(time, owner(fields), fields.whole("sequence"));
            case "declined" ->
                new GatewayFact.Declined(time, intent(fields), fields.text("code"), fields.text("reason"));
            case "answered" ->
                new GatewayFact.Answered(time, id(fields), fields.object("answer", OrderActionJson::readOutcome));
            case "settled" ->
                new GatewayFact.Settled(time, id(fields), fields.object("settlement", GatewayJson::readSettlement));
            case "handed-over" -> new GatewayFact.HandedOver(time, id(fields), fields.text("reason"));
            case "seen" ->
                new GatewayFact.Seen(
                        time,
                        fields.object("seen", AccountEventJson::read),
                        fields.optional("intent", ClientOrderId::of));
            case "assigned" -> new GatewayFact.Assigned(time, instrument(fields), owner(fields));
            case "freed" -> new GatewayFact.Freed(time, instrument(fields));
            case "equity" -> new GatewayFact.EquityNoted(time, fields.number("equity"));
            case "killed" -> new GatewayFact.Killed(time, fields.object("switch", GatewayJson::readKillSwitch));
            case "resumed" -> new GatewayFact.Resumed(time, fields.text("reason"));
            default -> throw new IllegalArgumentException("fact '" + kind + "' is not known");
        };
    }

    private static JsonFields write(OrderIntent intent) {
        return JsonFields.empty()
                .put("id", intent.id())
                .put("owner", write(intent.owner()))
                .put("instrument", intent.instrument())
                .put("action", OrderActionJson.write(intent.action()))
                .put("heldBefore", intent.heldBefore())
                .put("check", RiskJson.write(intent.check()));
    }

    private static OrderIntent intent(JsonFields parent) {
        return parent.object(
                "intent",
                fields -> new OrderIntent(
                        id(fields),
                        owner(fields),
                        instrument(fields),
                        fields.object("action", OrderActionJson::readAction),
                        fields.decimal("heldBefore"),
                        RiskJson.readResult(fields.array("check"))));
    }

    private static JsonFields write(OrderOwner owner) {
        return JsonFields.empty().put("kind", owner.kind().name()).put("name", owner.name());
    }

    private static OrderOwner owner(JsonFields parent) {
        return parent.object(
                "owner", fields -> new OrderOwner(fields.word("kind", OrderOwner.Kind.class), fields.text("name")));
    }

    private static JsonFields write(Settlement settlement) {
        return JsonFields.empty()
                .put("result", settlement.result().name())
                .put("evidence", settlement.evidence())
                .put("order", settlement.order())
                .putTexts("positions", settlement.positions())
                .put("price", settlement.price());
    }

    private static Settlement readSettlement(JsonFields fields) {
        return new Settlement(
                fields.word("result", Settlement.Result.class),
                fields.text("evidence"),
                fields.optional("order", BrokerOrderId::of),
                fields.list("positions", BrokerPositionId::of),
                fields.optional("price", BigDecimal::new));
    }

    private static JsonFields write(KillSwitch killSwitch) {
        return JsonFields.empty()
                .put("since", killSwitch.since())
                .put("reason", killSwitch.reason())
                .put("mode", killSwitch.mode());
    }

    private static KillSwitch readKillSwitch(JsonFields fields) {
        return new KillSwitch(fields.time("since"), fields.text("reason"), HaltMode.parse(fields.text("mode")));
    }

    private static ClientOrderId id(JsonFields fields) {
        return ClientOrderId.of(fields.text("id"));
    }

    private static InstrumentId instrument(JsonFields fields) {
        return InstrumentId.of(fields.text("instrument"));
    }
}
