package io.tradetracker.processor;

import io.tradetracker.api.parameter.ParameterType;
import java.math.BigDecimal;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the Java type of a record component means.
 *
 * @param type the parameter's type
 * @param reader Java expression that reads a value, with %s for the quoted name
 * @param lowest smallest value the Java type holds, null when it does not matter
 * @param highest largest value the Java type holds, null when it does not matter
 * @param choices names of an enum's constants, else empty
 */
record ComponentType(
        ParameterType type,
        String reader,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest,
        List<String> choices) {
    static final String SUPPORTED = "int, long, double, boolean, String, an enum, or Timeframe";
    private static final String TIMEFRAME = "io.tradetracker.api.market.Timeframe";

    /** {@return the meaning, or null when the type is not supported} */
    static @Nullable ComponentType of(TypeMirror type) {
        return switch (type.getKind()) {
            case INT -> {
                BigDecimal lowest = BigDecimal.valueOf(Integer.MIN_VALUE);
                BigDecimal highest = BigDecimal.valueOf(Integer.MAX_VALUE);
                yield new ComponentType(ParameterType.INTEGER, "parameters.integer(%s)", lowest, highest, List.of());
            }
            case LONG -> simple(ParameterType.INTEGER, "parameters.longInteger(%s)");
            case DOUBLE -> simple(ParameterType.DECIMAL, "parameters.decimal(%s)");
            case BOOLEAN -> simple(ParameterType.BOOLEAN, "parameters.bool(%s)");
            case DECLARED -> ofElement(((DeclaredType) type).asElement());
            default -> null;
        };
    }

    boolean isNumber() {
        return isWhole() || type.equals(ParameterType.DECIMAL);
    }

    boolean isWhole() {
        return type.equals(ParameterType.INTEGER);
    }

    private static @Nullable ComponentType ofElement(Element element) {
        if (element.getKind() == ElementKind.ENUM) {
            return new ComponentType(
                    ParameterType.CHOICE, element + ".valueOf(parameters.text(%s))", null, null, constants(element));
        }
        return switch (element.toString()) {
            case "java.lang.String" -> simple(ParameterType.TEXT, "parameters.text(%s)");
            case TIMEFRAME -> simple(ParameterType.TIMEFRAME, "parameters.timeframe(%s)");
            default -> null;
        };
    }

    private static List<String> constants(Element element) {
        return element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    private static ComponentType simple(ParameterType type, String reader) {
        return new ComponentType(type, reader, null, null, List.of());
    }
}
