package io.tradetracker.api.broker;

/**
 * Who caused what a row of a broker's record tells.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record ActivitySource(String name) {
    /** A request, ours or that of somebody else on the account. */
    public static final ActivitySource USER = new ActivitySource("USER");

    /** A waiting order whose price was reached. */
    public static final ActivitySource ORDER = new ActivitySource("ORDER");

    /** A stop loss that was reached. */
    public static final ActivitySource STOP_LOSS = new ActivitySource("STOP_LOSS");

    /** A take profit that was reached. */
    public static final ActivitySource TAKE_PROFIT = new ActivitySource("TAKE_PROFIT");

    /** The broker, because the account could not carry it any more. */
    public static final ActivitySource CLOSE_OUT = new ActivitySource("CLOSE_OUT");

    /** The broker, for any other reason. */
    public static final ActivitySource BROKER = new ActivitySource("BROKER");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
