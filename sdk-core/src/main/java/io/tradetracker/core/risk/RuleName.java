package io.tradetracker.core.risk;

/**
 * Names an order rule; also the code of what it refuses.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record RuleName(String name) {
    /** Units held of one instrument, on one side. */
    public static final RuleName MAX_POSITION = new RuleName("MAX_POSITION");

    /** Value of all open positions, in percent of equity. */
    public static final RuleName MAX_EXPOSURE = new RuleName("MAX_EXPOSURE");

    /** Orders within 60 minutes that may open or enlarge a position. */
    public static final RuleName ORDERS_PER_HOUR = new RuleName("ORDERS_PER_HOUR");

    /** Loss since the UTC day began, in percent. */
    public static final RuleName DAILY_LOSS = new RuleName("DAILY_LOSS");

    /** Fall from the peak of equity, in percent. */
    public static final RuleName DRAWDOWN = new RuleName("DRAWDOWN");

    /** Somebody stopped all entries. */
    public static final RuleName KILL_SWITCH = new RuleName("KILL_SWITCH");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
