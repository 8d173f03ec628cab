package io.tradetracker.processor;

import io.tradetracker.api.strategy.StrategyInfo;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Looks for classes that could be strategies of a plugin but do not say so. */
final class ForgottenStrategy {
    private static final String STRATEGY = "io.tradetracker.api.strategy.Strategy";

    private ForgottenStrategy() {}

    /** {@return the first, null when there is none} */
    static @Nullable TypeElement among(Set<? extends Element> roots, ProcessingEnvironment environment) {
        TypeElement strategy = environment.getElementUtils().getTypeElement(STRATEGY);
        if (strategy == null) {
            return null;
        }
        TypeMirror wanted = strategy.asType();
        return ElementFilter.typesIn(roots).stream()
                .flatMap(ForgottenStrategy::withMembers)
                .filter(ForgottenStrategy::isConcrete)
                .filter(type -> environment.getTypeUtils().isSubtype(type.asType(), wanted))
                .findFirst()
                .orElse(null);
    }

    private static Stream<TypeElement> withMembers(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(ForgottenStrategy::withMembers));
    }

    private static boolean isConcrete(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getAnnotation(StrategyInfo.class) == null;
    }
}
