package io.tradetracker.core.risk;

import java.util.Locale;

/** What happens to open positions when entries are blocked. */
public enum HaltMode {
    /** They stay, with their protection and their exits. */
    BLOCK,
    /** They are closed at the market. */
    CLOSE;

    /**
     * {@return the mode of that text, {@code block} or {@code close}}
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static HaltMode parse(String text) {
        for (HaltMode mode : values()) {
            if (mode.toString().equals(text.strip())) {
                return mode;
            }
        }
        throw new IllegalArgumentException("mode '" + text + "' must be block or close");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
