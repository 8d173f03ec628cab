package io.tradetracker.processor;

import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.parameter.ParameterSpec;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Checks one component of a parameter record. */
final class ParameterReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final Faults faults;

    ParameterReader(Faults faults) {
        this.faults = faults;
    }

    /** {@return the specification and how to read it, or null after reporting what is wrong} */
    @Nullable
    BoundParameter read(RecordComponentElement component, String packageName) {
        String name = component.getSimpleName().toString();
        Parameter parameter = component.getAnnotation(Parameter.class);
        ComponentType type = ComponentType.of(component.asType());
        String fault = fault(component, name, parameter, type, packageName);
        if (fault != null || parameter == null || type == null) {
            faults.add(component, "parameter " + name + " " + fault);
            return null;
        }
        return specify(component, name, parameter, type);
    }

    private static @Nullable String fault(
            RecordComponentElement component,
            String name,
            @Nullable Parameter parameter,
            @Nullable ComponentType type,
            String packageName) {
        if (parameter == null) {
            return "carries no @Parameter: give it one with its default, such as @Parameter(\"10\")";
        }
        if (!NAME.matcher(name).matches()) {
            return "must be named with at most 64 of A-Z, a-z, 0-9 and _, a letter first";
        }
        if (type == null) {
            return "has type " + component.asType() + ", which is not supported: use " + ComponentType.SUPPORTED;
        }
        if (component.asType().getKind() == TypeKind.DECLARED
                && !Reach.isReachable(((DeclaredType) component.asType()).asElement(), packageName)) {
            return "has type " + component.asType() + ", which must not be private";
        }
        return type.isNumber() ? boundsFault(parameter, type) : notANumberFault(parameter);
    }

    private static @Nullable String notANumberFault(Parameter parameter) {
        boolean bounded = parameter.min() != Double.NEGATIVE_INFINITY
                || parameter.max() != Double.POSITIVE_INFINITY
                || parameter.step() != 0;
        return bounded ? "must not have min, max or step: they are for numbers" : null;
    }

    private static @Nullable String boundsFault(Parameter parameter, ComponentType type) {
        double min = parameter.min();
        double max = parameter.max();
        double step = parameter.step();
        if (Double.isNaN(min) || Double.isNaN(max) || !(min <= max)) {
            return "has min " + min + " above max " + max;
        }
        if (min == Double.POSITIVE_INFINITY || max == Double.NEGATIVE_INFINITY) {
            return "has min " + min + " and max " + max + ", which allow no value";
        }
        if (!(step >= 0) || Double.isInfinite(step)) {
            return "has step " + step + ", which must be above zero, or left out for none";
        }
        if (type.isWhole() && !(isWhole(min) && isWhole(max) && isWhole(step))) {
            return "is a whole number, so min, max and step must be whole too";
        }
        return null;
    }

    private static boolean isWhole(double number) {
        return Double.isInfinite(number) || number == Math.rint(number);
    }

    private @Nullable BoundParameter specify(
            RecordComponentElement component, String name, Parameter parameter, ComponentType type) {
        try {
            ParameterSpec spec = new ParameterSpec(
                    name,
                    type.type(),
                    parameter.label().isBlank() ? words(name) : parameter.label(),
                    parameter.help(),
                    parameter.unit(),
                    parameter.value(),
                    higher(number(parameter.min()), type.lowest()),
                    lower(number(parameter.max()), type.highest()),
                    parameter.step() == 0 ? null : number(parameter.step()),
                    type.choices());
            return new BoundParameter(spec, type.reader().formatted(JavaText.literal(name)));
        } catch (IllegalArgumentException badDefault) {
            faults.add(component, String.valueOf(badDefault.getMessage()));
            return null;
        }
    }

    private static @Nullable BigDecimal number(double value) {
        return Double.isInfinite(value)
                ? null
                : new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    private static @Nullable BigDecimal higher(@Nullable BigDecimal given, @Nullable BigDecimal floor) {
        return given == null || floor == null ? (given == null ? floor : given) : given.max(floor);
    }

    private static @Nullable BigDecimal lower(@Nullable BigDecimal given, @Nullable BigDecimal ceiling) {
        return given == null || ceiling == null ? (given == null ? ceiling : given) : given.min(ceiling);
    }

    private static String words(String name) {
        String spaced =
                name.replace('_', ' ').replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /**
     * A parameter and how generated code reads it.
     *
     * @param spec what hosts are told
     * @param reader Java expression
     */
    record BoundParameter(ParameterSpec spec, String reader) {}
}
