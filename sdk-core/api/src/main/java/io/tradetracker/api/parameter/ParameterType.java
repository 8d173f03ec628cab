package io.tradetracker.api.parameter;

/**
 * What a parameter holds.
 *
 * <p>An open set: a later version may know more. Immutable.
 *
 * @param name stable, upper case
 */
public record ParameterType(String name) {
    /** A whole number. */
    public static final ParameterType INTEGER = new ParameterType("INTEGER");

    /** A number. */
    public static final ParameterType DECIMAL = new ParameterType("DECIMAL");

    /** {@code true} or {@code false}. */
    public static final ParameterType BOOLEAN = new ParameterType("BOOLEAN");

    /** One of a list. */
    public static final ParameterType CHOICE = new ParameterType("CHOICE");

    /** Up to 200 characters. */
    public static final ParameterType TEXT = new ParameterType("TEXT");

    /** A {@link io.tradetracker.api.market.Timeframe}. */
    public static final ParameterType TIMEFRAME = new ParameterType("TIMEFRAME");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
