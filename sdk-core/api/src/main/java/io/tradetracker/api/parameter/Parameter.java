package io.tradetracker.api.parameter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a strategy's parameter record. The component's Java type gives the parameter's type:
 * {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, an enum, or
 * {@link io.tradetracker.api.market.Timeframe}. The build-time processor turns it into a {@link ParameterSpec}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** {@return the value used when none is given, as text} */
    String value();

    /** {@return what a form shows beside the field; empty: made from the component's name} */
    String label() default "";

    /** {@return one sentence that tells what it does} */
    String help() default "";

    /** {@return the unit a form shows, such as {@code candles} or {@code %}} */
    String unit() default "";

    /** {@return the smallest value allowed, for numbers} */
    double min() default Double.NEGATIVE_INFINITY;

    /** {@return the largest value allowed, for numbers} */
    double max() default Double.POSITIVE_INFINITY;

    /** {@return the step a form uses; 0: none} */
    double step() default 0;
}
