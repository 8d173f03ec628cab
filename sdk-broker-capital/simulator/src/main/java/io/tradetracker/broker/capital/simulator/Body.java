package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON body of a request.
 *
 * @param json an object
 */
record Body(JsonNode json) {
    String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            throw Refusal.badRequest("error.null." + name);
        }
        return value.asText();
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    BigDecimal decimal(String name) {
        BigDecimal value = decimalOrNull(name);
        if (value == null) {
            throw Refusal.badRequest("error.null." + name);
        }
        return value;
    }

    @Nullable
    BigDecimal decimalOrNull(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException notNumber) {
            throw Refusal.badRequest("error.invalid." + name);
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badRequest("error.invalid." + name);
        }
    }
}
