package io.tradetracker.api.order;

/**
 * The broker's name for a position. A broker never gives it to another position. Immutable.
 *
 * @param value 1 to 128 characters, not blank
 */
public record BrokerPositionId(String value) {
    /** @throws IllegalArgumentException when blank or too long */
    public BrokerPositionId {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("broker position id '" + value + "' must be 1 to 128 characters");
        }
    }

    /** {@return the id of that name} */
    public static BrokerPositionId of(String value) {
        return new BrokerPositionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
