package io.tradetracker.core.simulation;

/** What price a limit order needs to fill inside a candle. */
public enum LimitFill {
    /** The limit itself. The default. */
    TOUCH("touch"),
    /** A price beyond the limit: at the limit itself others may have been first. */
    THROUGH("through");

    private final String text;

    LimitFill(String text) {
        this.text = text;
    }

    /**
     * Reads {@code touch} or {@code through}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static LimitFill parse(String text) {
        return Words.parse(values(), text, "limit fill");
    }

    @Override
    public String toString() {
        return text;
    }
}
