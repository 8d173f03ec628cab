package io.tradetracker.api.broker;

/**
 * The broker's name for a request, whatever was asked for. Immutable.
 *
 * @param value 1 to 128 characters, not blank
 */
public record BrokerReference(String value) {
    /** @throws IllegalArgumentException when blank or too long */
    public BrokerReference {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("broker reference '" + value + "' must be 1 to 128 characters");
        }
    }

    /** {@return the reference of that name} */
    public static BrokerReference of(String value) {
        return new BrokerReference(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
