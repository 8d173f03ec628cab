package io.tradetracker.api.order;

/**
 * Our name for an order, given before it is sent. Immutable.
 *
 * @param value 1 to 64 characters, not blank
 */
public record ClientOrderId(String value) {
    /** @throws IllegalArgumentException when blank or too long */
    public ClientOrderId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("client order id '" + value + "' must be 1 to 64 characters");
        }
    }

    /** {@return the id of that name} */
    public static ClientOrderId of(String value) {
        return new ClientOrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
