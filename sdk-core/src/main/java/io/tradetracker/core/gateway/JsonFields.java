package io.tradetracker.core.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object that is written and read field by field: what is null is left out, what nobody reads is refused. */
final class JsonFields {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_PLAIN_DIGITS = 1_000;

    private final ObjectNode node;
    private final Set<String> taken = new HashSet<>();

    private JsonFields(ObjectNode node) {
        this.node = node;
    }

    static JsonFields empty() {
        return new JsonFields(NODES.objectNode());
    }

    /** Reads an object with all its fields. */
    static <T> T read(JsonNode object, Function<JsonFields, T> reader) {
        if (!(object instanceof ObjectNode known)) {
            throw new IllegalArgumentException("an object is expected, but there is " + object);
        }
        JsonFields fields = new JsonFields(known);
        T value = reader.apply(fields);
        fields.refuseRest();
        return value;
    }

    private void refuseRest() {
        node.fieldNames().forEachRemaining(name -> {
            if (!taken.contains(name)) {
                throw new IllegalArgumentException("field '" + name + "' is not known");
            }
        });
    }

    ObjectNode node() {
        return node;
    }

    /** Puts a text, or what writes itself as one. */
    JsonFields put(String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
        return this;
    }

    /** Puts a number without an exponent, unless that had more digits than anybody can read. */
    JsonFields put(String name, @Nullable BigDecimal value) {
        if (value != null) {
            boolean plain = Math.abs((long) value.scale()) <= MOST_PLAIN_DIGITS;
            node.put(name, plain ? value.toPlainString() : value.toString());
        }
        return this;
    }

    JsonFields put(String name, long value) {
        node.put(name, value);
        return this;
    }

    JsonFields put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    JsonFields put(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    JsonFields put(String name, JsonFields value) {
        node.set(name, value.node);
        return this;
    }

    JsonFields putTexts(String name, List<?> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(value.toString()));
        return this;
    }

    String text(String name) {
        return asText(required(name), name);
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false, but is " + value);
        }
        return value.booleanValue();
    }

    long whole(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number, but is " + value);
        }
        return value.longValue();
    }

    BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    <T> T object(String name, Function<JsonFields, T> reader) {
        return read(required(name), reader);
    }

    /** {@return what was written there; null when nothing was} */
    <T> @Nullable T optional(String name, Function<String, T> reader) {
        return node.has(name) ? reader.apply(text(name)) : null;
    }

    <T> List<T> list(String name, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        array(name).forEach(value -> values.add(reader.apply(asText(value, name))));
        return values;
    }

    JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException(name + " must be an array, but is " + value);
        }
        return value;
    }

    private JsonNode required(String name) {
        taken.add(name);
        return node.required(name);
    }

    private static String asText(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be a text, but is " + value);
        }
        return value.textValue();
    }
}
