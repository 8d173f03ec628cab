package io.tradetracker.core.simulation;

/** At which price and equity the units of an entry are worked out. */
public enum SizeAt {
    /** When the order fills. The default. */
    FILL("fill"),
    /** When the strategy decides: at the last close, or the order's own price. */
    DECISION("decision");

    private final String text;

    SizeAt(String text) {
        this.text = text;
    }

    /**
     * Reads {@code fill} or {@code decision}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static SizeAt parse(String text) {
        return Words.parse(values(), text, "size at");
    }

    @Override
    public String toString() {
        return text;
    }
}
