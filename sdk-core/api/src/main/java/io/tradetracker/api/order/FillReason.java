package io.tradetracker.api.order;

/**
 * Why a fill happened.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record FillReason(String name) {
    /** Opens or enlarges a position. */
    public static final FillReason ENTRY = new FillReason("ENTRY");

    /** The strategy closed a position. */
    public static final FillReason EXIT = new FillReason("EXIT");

    /** Closes a position and opens the opposite one. */
    public static final FillReason REVERSE = new FillReason("REVERSE");

    /** The stop loss was reached. */
    public static final FillReason STOP_LOSS = new FillReason("STOP_LOSS");

    /** The take profit was reached. */
    public static final FillReason TAKE_PROFIT = new FillReason("TAKE_PROFIT");

    /** The trailing stop was reached. */
    public static final FillReason TRAILING_STOP = new FillReason("TRAILING_STOP");

    /** Made outside this software. */
    public static final FillReason EXTERNAL = new FillReason("EXTERNAL");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
