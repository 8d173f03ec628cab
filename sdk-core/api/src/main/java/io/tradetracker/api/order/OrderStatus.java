package io.tradetracker.api.order;

/**
 * Where an order stands.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record OrderStatus(String name) {
    /** Written down, not yet sent. */
    public static final OrderStatus NEW = new OrderStatus("NEW");

    /** The broker works it. */
    public static final OrderStatus ACCEPTED = new OrderStatus("ACCEPTED");

    /** Some of it is done. */
    public static final OrderStatus PARTIALLY_FILLED = new OrderStatus("PARTIALLY_FILLED");

    /** All of it is done. */
    public static final OrderStatus FILLED = new OrderStatus("FILLED");

    /** Taken back. */
    public static final OrderStatus CANCELLED = new OrderStatus("CANCELLED");

    /** Refused; nothing was done. */
    public static final OrderStatus REJECTED = new OrderStatus("REJECTED");

    /** Its time ran out. */
    public static final OrderStatus EXPIRED = new OrderStatus("EXPIRED");

    /** The answer was lost: it may or may not have been done, and must be reconciled, never sent again. */
    public static final OrderStatus UNKNOWN = new OrderStatus("UNKNOWN");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
