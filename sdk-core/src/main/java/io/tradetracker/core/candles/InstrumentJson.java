package io.tradetracker.core.candles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.json.JsonMappers;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** An instrument with its rules as JSON; decimals keep their scale. For those who make a store. Thread-safe. */
public final class InstrumentJson {
    private static final JsonMapper MAPPER = JsonMappers.strict();

    private InstrumentJson() {}

    /** {@return the JSON of an instrument} */
    public static String write(Instrument instrument) {
        InstrumentRules rules = instrument.rules();
        try {
            return MAPPER.writeValueAsString(MAPPER.createObjectNode()
                    .put("id", instrument.id().value())
                    .put("currency", instrument.currency().value())
                    .put("priceStep", rules.priceStep().toString())
                    .put("quantityStep", rules.quantityStep().toString())
                    .put("minQuantity", rules.minQuantity().toString())
                    .put("maxQuantity", rules.maxQuantity().toString())
                    .put("multiplier", instrument.multiplier().toString()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * {@return the instrument}
     *
     * @throws IllegalArgumentException when the text says no instrument
     */
    public static Instrument read(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            InstrumentRules rules = new InstrumentRules(
                    decimal(node, "priceStep"),
                    decimal(node, "quantityStep"),
                    decimal(node, "minQuantity"),
                    decimal(node, "maxQuantity"));
            return new Instrument(
                    InstrumentId.of(text(node, "id")),
                    CurrencyCode.of(text(node, "currency")),
                    rules,
                    decimal(node, "multiplier"));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("'" + json + "' is no instrument", unreadable);
        }
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return new BigDecimal(text(node, name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }
}
