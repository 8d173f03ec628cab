package io.tradetracker.api.order;

/**
 * How an order finds its price.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record OrderType(String name) {
    /** At the best price there is, now. */
    public static final OrderType MARKET = new OrderType("MARKET");

    /** At the limit price or better. */
    public static final OrderType LIMIT = new OrderType("LIMIT");

    /** At market once the stop price is reached. */
    public static final OrderType STOP = new OrderType("STOP");

    /** As a limit order once the stop price is reached. */
    public static final OrderType STOP_LIMIT = new OrderType("STOP_LIMIT");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
