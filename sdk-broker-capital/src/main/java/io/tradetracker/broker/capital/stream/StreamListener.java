package io.tradetracker.broker.capital.stream;

/** Takes what comes by stream, in the order it came, on the socket's thread: returns at once. */
public interface StreamListener {
    /**
     * A price changed.
     *
     * @param timeMillis when, milliseconds since 1970 UTC
     */
    default void onQuote(long timeMillis, double bid, double ask) {}

    /** One side of a candle; it may come early, twice or not at all. */
    default void onBar(Bar bar) {}

    /**
     * From now on prices come.
     *
     * @param again whether they came before, so that some may be missing
     */
    default void onLive(boolean again) {}

    /** No price comes any more, until {@link #onLive}. */
    default void onLost() {}
}
