package io.tradetracker.core.report;

/** What counts as one round trip. */
public enum RoundTripMethod {
    /** A position from flat to flat; a reversal ends one and begins the next. The default. */
    FLAT_TO_FLAT("flat-to-flat"),
    /** Each part of an entry with the exit that closed it, oldest first, as tax lots are. */
    FIFO("fifo");

    private final String text;

    RoundTripMethod(String text) {
        this.text = text;
    }

    /**
     * Reads {@code flat-to-flat} or {@code fifo}, the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static RoundTripMethod parse(String text) {
        for (RoundTripMethod method : values()) {
            if (method.text.equals(text.strip())) {
                return method;
            }
        }
        throw new IllegalArgumentException("round trips '" + text + "' must be flat-to-flat or fifo");
    }

    @Override
    public String toString() {
        return text;
    }
}
