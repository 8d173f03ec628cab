package io.tradetracker.core.simulation;

/** When a market order that was decided at a candle's close fills. */
public enum FillAt {
    /** At the open of the next candle. The default: the close is known only once it is over. */
    NEXT_OPEN("next-open"),
    /** At that same close: an assumption that flatters, named in the report. */
    CLOSE("close");

    private final String text;

    FillAt(String text) {
        this.text = text;
    }

    /**
     * Reads {@code next-open} or {@code close}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static FillAt parse(String text) {
        return Words.parse(values(), text, "fill");
    }

    @Override
    public String toString() {
        return text;
    }
}
