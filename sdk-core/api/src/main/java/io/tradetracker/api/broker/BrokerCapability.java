package io.tradetracker.api.broker;

/**
 * Something a broker can do that another cannot. What is not declared is refused with {@link SubmitOutcome.Refused}.
 *
 * <p>An open set. Immutable.
 *
 * @param name stable, upper case
 */
public record BrokerCapability(String name) {
    /** Stores our client order id and can be asked by it. */
    public static final BrokerCapability CLIENT_ORDER_IDS = new BrokerCapability("CLIENT_ORDER_IDS");

    /** An order can be limited to making a position smaller. */
    public static final BrokerCapability REDUCE_ONLY = new BrokerCapability("REDUCE_ONLY");

    /** Long and short positions in one instrument at the same time. */
    public static final BrokerCapability HEDGING = new BrokerCapability("HEDGING");

    /** Part of a position can be closed by its id. */
    public static final BrokerCapability PARTIAL_CLOSE = new BrokerCapability("PARTIAL_CLOSE");

    /** Limit and stop orders that wait at the broker, for ever or until a given moment, and can be amended. */
    public static final BrokerCapability WORKING_ORDERS = new BrokerCapability("WORKING_ORDERS");

    /** Orders that become limit orders once a stop price is reached. */
    public static final BrokerCapability STOP_LIMIT_ORDERS = new BrokerCapability("STOP_LIMIT_ORDERS");

    /** Stop loss and take profit that wait at the broker. */
    public static final BrokerCapability BRACKETS = new BrokerCapability("BRACKETS");

    /** Quotes and candles arrive by themselves. */
    public static final BrokerCapability STREAMING = new BrokerCapability("STREAMING");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
