package io.tradetracker.processor;

import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.processor.ParameterReader.BoundParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Checks one annotated strategy class. */
final class StrategyReader {
    private static final String STRATEGY = "io.tradetracker.api.strategy.Strategy";
    private static final String CONTEXT = "io.tradetracker.api.strategy.StrategyContext";

    private final Elements elements;
    private final Types types;
    private final Faults faults;

    StrategyReader(ProcessingEnvironment environment, Faults faults) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.faults = faults;
    }

    /** {@return the strategy, or null after reporting everything that is wrong with it} */
    @Nullable
    StrategyModel read(TypeElement type, StrategyInfo info) {
        int before = faults.count();
        checkClass(type);
        checkTexts(type, info);
        ExecutableElement constructor = constructor(type);
        TypeElement parameters = constructor == null ? null : parameterRecord(type, constructor);
        List<BoundParameter> bound = parameters == null ? List.of() : bind(type, parameters);
        StrategySpec spec = faults.count() > before ? null : spec(type, info, bound);
        return spec == null ? null : model(type, parameters, bound, spec);
    }

    private void checkClass(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        if (type.getKind() != ElementKind.CLASS) {
            faults.add(type, "@StrategyInfo belongs on a class, but " + type + " is no class");
        }
        if (!modifiers.contains(Modifier.PUBLIC) || !Reach.isReachable(type, Reach.packageOf(type))) {
            faults.add(type, "strategy " + type + " must be public");
        }
        if (modifiers.contains(Modifier.ABSTRACT)) {
            faults.add(type, "strategy " + type + " must not be abstract");
        } else if (!modifiers.contains(Modifier.FINAL)) {
            faults.advise(type, "strategy " + type + " had better be final");
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL && !modifiers.contains(Modifier.STATIC)) {
            faults.add(type, "strategy " + type + " must be a class of its own or a static nested one");
        }
        if (!type.getTypeParameters().isEmpty()) {
            faults.add(type, "strategy " + type + " must not have type parameters");
        }
        if (!types.isSubtype(type.asType(), named(STRATEGY))) {
            faults.add(type, "strategy " + type + " must implement " + STRATEGY);
        }
        if (elements.getTypeElement(qualified(type, providerName(type))) != null) {
            faults.add(type, "class " + providerName(type) + " exists already: rename it, the processor makes it");
        }
    }

    private void checkTexts(TypeElement type, StrategyInfo info) {
        if (info.name().isBlank()) {
            faults.add(type, "strategy " + type + " needs a name that people read in a list");
        }
        if (info.summary().isBlank()) {
            faults.add(type, "strategy " + type + " needs a summary: when it buys, when it sells");
        }
    }

    private @Nullable ExecutableElement constructor(TypeElement type) {
        List<ExecutableElement> found = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
                .toList();
        if (found.size() == 1 && takesContext(found.get(0).getParameters())) {
            return found.get(0);
        }
        faults.add(
                type,
                "strategy " + type + " must have exactly one public constructor, which takes (StrategyContext) or "
                        + "(StrategyContext, a record of parameters)");
        return null;
    }

    private boolean takesContext(List<? extends VariableElement> parameters) {
        return !parameters.isEmpty()
                && parameters.size() <= 2
                && types.isSameType(parameters.get(0).asType(), named(CONTEXT));
    }

    private @Nullable TypeElement parameterRecord(TypeElement type, ExecutableElement constructor) {
        if (constructor.getParameters().size() < 2) {
            return null;
        }
        TypeMirror second = constructor.getParameters().get(1).asType();
        Element element = second.getKind() == TypeKind.DECLARED ? ((DeclaredType) second).asElement() : null;
        if (!(element instanceof TypeElement found) || found.getKind() != ElementKind.RECORD) {
            faults.add(
                    constructor,
                    "the second argument of " + type + " must be a record of parameters, but is " + second);
            return null;
        }
        if (!found.getTypeParameters().isEmpty()) {
            faults.add(found, "record " + found + " must not have type parameters");
        }
        if (!Reach.isReachable(found, Reach.packageOf(type))) {
            faults.add(found, "record " + found + " must not be private");
        }
        return found;
    }

    private List<BoundParameter> bind(TypeElement type, TypeElement parameters) {
        ParameterReader reader = new ParameterReader(faults);
        List<BoundParameter> bound = new ArrayList<>();
        parameters.getRecordComponents().forEach(component -> {
            BoundParameter parameter = reader.read(component, Reach.packageOf(type));
            if (parameter != null) {
                bound.add(parameter);
            }
        });
        return bound;
    }

    private @Nullable StrategySpec spec(TypeElement type, StrategyInfo info, List<BoundParameter> bound) {
        List<ParameterSpec> specs = bound.stream().map(BoundParameter::spec).toList();
        try {
            return new StrategySpec(info.id(), info.name(), info.summary(), specs);
        } catch (IllegalArgumentException badId) {
            faults.add(type, String.valueOf(badId.getMessage()));
            return null;
        }
    }

    private static StrategyModel model(
            TypeElement type, @Nullable TypeElement parameters, List<BoundParameter> bound, StrategySpec spec) {
        return new StrategyModel(
                type,
                Reach.packageOf(type),
                providerName(type),
                parameters == null ? "" : parameters.getQualifiedName().toString(),
                bound.stream().map(BoundParameter::reader).toList(),
                spec);
    }

    private static String qualified(TypeElement type, String simpleName) {
        String packageName = Reach.packageOf(type);
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private static String providerName(TypeElement type) {
        String name = type.getSimpleName().toString();
        Element outer = type.getEnclosingElement();
        while (outer instanceof TypeElement enclosing) {
            name = enclosing.getSimpleName() + "_" + name;
            outer = enclosing.getEnclosingElement();
        }
        return name + "Provider";
    }

    private TypeMirror named(String name) {
        TypeElement found = elements.getTypeElement(name);
        if (found == null) {
            throw new IllegalStateException("sdk-api is not on the class path: " + name + " is missing");
        }
        return found.asType();
    }
}
