package io.tradetracker.core.simulation;

/** In which order the prices of a candle are taken to have come, where that decides what fills. */
public enum CandlePath {
    /** Unknown: where the order matters, that which is worse for the strategy. The default. */
    PESSIMISTIC("pessimistic"),
    /** Open, then the extreme nearer to it (the low when both are as near), the other extreme, close. */
    NEAREST_EXTREME_FIRST("nearest-extreme"),
    /** Open, high, low, close. */
    HIGH_FIRST("high-first"),
    /** Open, low, high, close. */
    LOW_FIRST("low-first");

    private final String text;

    CandlePath(String text) {
        this.text = text;
    }

    /**
     * Reads {@code pessimistic}, {@code nearest-extreme}, {@code high-first} or {@code low-first}, the inverse of
     * {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static CandlePath parse(String text) {
        return Words.parse(values(), text, "path");
    }

    /** {@return whether the low comes before the high} */
    boolean isLowFirst(double open, double high, double low) {
        return switch (this) {
            case HIGH_FIRST -> false;
            case LOW_FIRST -> true;
            case NEAREST_EXTREME_FIRST, PESSIMISTIC -> open - low <= high - open;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
