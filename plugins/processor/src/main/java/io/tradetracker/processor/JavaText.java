package io.tradetracker.processor;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Java source. */
final class JavaText {
    private JavaText() {}

    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    static String literal(@Nullable BigDecimal number) {
        return number == null ? "null" : "new java.math.BigDecimal(" + literal(number.toPlainString()) + ")";
    }

    static String literal(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", ", "java.util.List.of(", ")"));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c);
        };
    }
}
