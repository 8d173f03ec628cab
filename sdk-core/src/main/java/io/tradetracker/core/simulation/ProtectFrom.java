package io.tradetracker.core.simulation;

/** From when on the stop loss and take profit of an entry may fill. */
public enum ProtectFrom {
    /** From the moment of the entry. The default. */
    ENTRY("entry"),
    /** From the moment of an entry that is a market order; of others, from the next candle. */
    MARKET_ENTRY("market-entry"),
    /** From the candle after that of the entry. */
    NEXT_CANDLE("next-candle");

    private final String text;

    ProtectFrom(String text) {
        this.text = text;
    }

    /**
     * Reads {@code entry}, {@code market-entry} or {@code next-candle}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static ProtectFrom parse(String text) {
        return Words.parse(values(), text, "protect from");
    }

    boolean waitsAfter(boolean marketEntry) {
        return this == NEXT_CANDLE || (this == MARKET_ENTRY && !marketEntry);
    }

    @Override
    public String toString() {
        return text;
    }
}
