package io.tradetracker.api.market;

import java.util.regex.Pattern;

/**
 * The name under which a venue trades something, such as {@code US500} or {@code BTC/USD}. Immutable.
 *
 * @param value 1 to 40 characters: letters, digits and {@code . _ / : -}
 */
public record InstrumentId(String value) implements Comparable<InstrumentId> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._/:-]{1,40}");

    /** @throws IllegalArgumentException when the value is no valid name */
    public InstrumentId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "instrument '" + value + "' must be 1 to 40 letters, digits or . _ / : -, such as US500");
        }
    }

    /** {@return the id of that name} */
    public static InstrumentId of(String value) {
        return new InstrumentId(value);
    }

    @Override
    public int compareTo(InstrumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
