package io.tradetracker.processor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts and numbers as JSON, two blanks deep, in the order of the maps. */
final class JsonText {
    private JsonText() {}

    static String write(@Nullable Object value) {
        return value(value, "") + "\n";
    }

    private static String value(@Nullable Object value, String indent) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case BigDecimal number -> number.toPlainString();
            case Integer number -> number.toString();
            case Map<?, ?> map -> object(map, indent);
            case List<?> list -> array(list, indent);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static String object(Map<?, ?> map, String indent) {
        String inner = indent + "  ";
        return map.entrySet().stream()
                .map(e -> inner + quoted(String.valueOf(e.getKey())) + ": " + value(e.getValue(), inner))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String array(List<?> list, String indent) {
        String inner = indent + "  ";
        return list.isEmpty()
                ? "[]"
                : list.stream()
                        .map(item -> inner + value(item, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < ' ' || c > 126 ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
