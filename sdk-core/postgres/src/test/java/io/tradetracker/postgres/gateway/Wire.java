package io.tradetracker.postgres.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values between the processes of a test, one line each: records of records, with their types. */
final class Wire {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Wire() {}

    static String write(@Nullable Object value) {
        return toNode(value).toString();
    }

    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> T read(String line) {
        try {
            return (T) fromNode(MAPPER.readTree(line));
        } catch (JsonProcessingException | ReflectiveOperationException broken) {
            throw new IllegalStateException("not a line of this test: " + line, broken);
        }
    }

    private static JsonNode toNode(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(each -> array.add(toNode(each)));
                yield array;
            }
            case Map<?, ?> map ->
                toNode(List.copyOf(map.entrySet()).stream()
                        .map(each -> List.of(each.getKey(), each.getValue()))
                        .toList());
            case Record record -> fields(record);
            case BigDecimal number -> typed(BigDecimal.class, number.toString());
            case Instant time -> typed(Instant.class, time.toString());
            case Long number -> typed(Long.class, number.toString());
            case Double number -> typed(Double.class, number.toString());
            case Integer number -> typed(Integer.class, number.toString());
            case Enum<?> constant -> typed(constant.getDeclaringClass(), constant.name());
            default -> throw new IllegalArgumentException("cannot send " + value.getClass());
        };
    }

    private static ObjectNode typed(Class<?> type, String value) {
        return NODES.objectNode().put("$", type.getName()).put("v", value);
    }

    private static ObjectNode fields(Record record) {
        ObjectNode node = NODES.objectNode().put("$", record.getClass().getName());
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                node.set(component.getName(), toNode(accessor.invoke(record)));
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
        return node;
    }

    private static @Nullable Object fromNode(JsonNode node) throws ReflectiveOperationException {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode each : node) {
                list.add(fromNode(each));
            }
            return list;
        }
        if (!node.isObject()) {
            return node.isBoolean() ? (Object) node.asBoolean() : node.asText();
        }
        Class<?> type = Class.forName(node.get("$").asText());
        return type.isRecord() ? record(type, node) : single(type, node.get("v").asText());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object single(Class<?> type, String value) {
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, value);
        }
        return switch (type.getSimpleName()) {
            case "BigDecimal" -> new BigDecimal(value);
            case "Instant" -> Instant.parse(value);
            case "Long" -> Long.valueOf(value);
            case "Double" -> Double.valueOf(value);
            default -> Integer.valueOf(value);
        };
    }

    private static Object record(Class<?> type, JsonNode node) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object value = fromNode(node.get(components[i].getName()));
            values[i] = types[i] == Map.class ? toMap((List<?>) value) : value;
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Map<Object, Object> toMap(List<?> pairs) {
        Map<Object, Object> map = new java.util.LinkedHashMap<>();
        pairs.forEach(each -> map.put(((List<?>) each).get(0), ((List<?>) each).get(1)));
        return map;
    }
}
