package io.tradetracker.core.simulation;

/** Whether an account may hold both sides of one instrument. */
public enum PositionMode {
    /** One position for each instrument: an order on the other side makes it smaller. The default. */
    NETTING("netting"),
    /** Each entry is a position of its own: both sides may be open. */
    HEDGING("hedging");

    private final String text;

    PositionMode(String text) {
        this.text = text;
    }

    /**
     * Reads {@code netting} or {@code hedging}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static PositionMode parse(String text) {
        return Words.parse(values(), text, "positions");
    }

    @Override
    public String toString() {
        return text;
    }
}
