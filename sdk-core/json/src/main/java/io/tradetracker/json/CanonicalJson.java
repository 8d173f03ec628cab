package io.tradetracker.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One text for one JSON value: properties sorted by name, no white space, numbers plain and without trailing zeros. Two
 * values are equal when their canonical texts are. Safe for use by several threads.
 */
public final class CanonicalJson {
    private final JsonMapper mapper = JsonMappers.strict();

    /** {@return the canonical text of an object that Jackson can write} */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(canonical(mapper.valueToTree(value)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** {@return the SHA-256 of the canonical text, as 64 hexadecimal digits} */
    public String hash(Object value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(write(value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            object.properties().forEach(property -> sorted.put(property.getKey(), canonical(property.getValue())));
            return new ObjectNode(JsonNodeFactory.instance, sorted);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> items.add(canonical(item)));
            return items;
        }
        return node.isNumber() && Double.isFinite(node.doubleValue()) ? canonicalNumber(node.decimalValue()) : node;
    }

    private static JsonNode canonicalNumber(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return DecimalNode.valueOf(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
