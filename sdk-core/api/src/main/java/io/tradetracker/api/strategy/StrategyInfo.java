package io.tradetracker.api.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a strategy that a plugin offers. The build-time processor makes its provider and its descriptor.
 *
 * <p>The class is public, implements {@link Strategy}, and has one public constructor that takes a
 * {@link StrategyContext} and, if it has parameters, one record whose components carry
 * {@link io.tradetracker.api.parameter.Parameter}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StrategyInfo {
    /** {@return lower-case letters, digits and dashes; never changed once published} */
    String id();

    /** {@return what people read in a list} */
    String name();

    /** {@return one or two sentences: when it buys, when it sells, what it needs} */
    String summary();
}
