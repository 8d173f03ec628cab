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

    /** The broker closed it because the account could not carry it any more. */
    public static final FillReason CLOSE_OUT = new FillReason("CLOSE_OUT");

    /** A limit of the account, such as a daily loss, closed it. */
    public static final FillReason HALT = new FillReason("HALT");

    /** Closed at the last price because the run ended. */
    public static final FillReason END_OF_RUN = new FillReason("END_OF_RUN");

    /** Made outside this software. */
    public static final FillReason EXTERNAL = new FillReason("EXTERNAL");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
