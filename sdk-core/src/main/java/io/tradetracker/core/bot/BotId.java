package io.tradetracker.core.bot;

import java.util.regex.Pattern;

/**
 * The name of a bot. Immutable.
 *
 * @param value 1 to 40 lower-case letters, digits and dashes
 */
public record BotId(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the value is no valid name
     */
    public BotId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("bot id '" + value + "' must be 1 to 40 of a-z, 0-9 and -");
        }
    }

    /** {@return the id of that name} */
    public static BotId of(String value) {
        return new BotId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
