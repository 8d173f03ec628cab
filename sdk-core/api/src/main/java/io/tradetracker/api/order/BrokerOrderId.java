package io.tradetracker.api.order;

/**
 * The broker's name for an order. Immutable.
 *
 * @param value 1 to 128 characters, not blank
 */
public record BrokerOrderId(String value) {
    /** @throws IllegalArgumentException when blank or too long */
    public BrokerOrderId {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("broker order id '" + value + "' must be 1 to 128 characters");
        }
    }

    /** {@return the id of that name} */
    public static BrokerOrderId of(String value) {
        return new BrokerOrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
