package io.tradetracker.api.broker;

/**
 * What a row of a broker's record tells.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record ActivityKind(String name) {
    /** Units were bought or sold: a position was opened, changed or closed. */
    public static final ActivityKind TRADE = new ActivityKind("TRADE");

    /** An order began to wait. */
    public static final ActivityKind ORDER_PLACED = new ActivityKind("ORDER_PLACED");

    /** A waiting order got other prices or another end. */
    public static final ActivityKind ORDER_AMENDED = new ActivityKind("ORDER_AMENDED");

    /** A waiting order was taken back or ran out. What it traded has a row of its own. */
    public static final ActivityKind ORDER_ENDED = new ActivityKind("ORDER_ENDED");

    /** The protection of a position changed. */
    public static final ActivityKind PROTECTED = new ActivityKind("PROTECTED");

    /** Something was asked for and refused. */
    public static final ActivityKind REFUSED = new ActivityKind("REFUSED");

    /** Anything else, such as a charge. */
    public static final ActivityKind OTHER = new ActivityKind("OTHER");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
