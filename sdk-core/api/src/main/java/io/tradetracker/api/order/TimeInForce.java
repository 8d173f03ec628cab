package io.tradetracker.api.order;

/**
 * How long an order waits.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record TimeInForce(String name) {
    /** Until cancelled. */
    public static final TimeInForce GTC = new TimeInForce("GTC");

    /** Until a given moment. */
    public static final TimeInForce GTD = new TimeInForce("GTD");

    /** What can be filled at once; the rest is cancelled. */
    public static final TimeInForce IOC = new TimeInForce("IOC");

    /** All at once or not at all. */
    public static final TimeInForce FOK = new TimeInForce("FOK");

    /** Until the trading day ends. */
    public static final TimeInForce DAY = new TimeInForce("DAY");

    /** For one candle after the decision. */
    public static final TimeInForce NEXT_CANDLE = new TimeInForce("NEXT_CANDLE");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
