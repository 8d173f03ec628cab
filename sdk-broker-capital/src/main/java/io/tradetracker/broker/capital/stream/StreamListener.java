package io.tradetracker.broker.capital.stream;

/** Takes what comes by stream, in the order it came, on the socket's thread: returns at once. */
public interface StreamListener {
    /**
     * A price changed.
     *
     * @param timeMillis when, milliseconds since 1970 UTC
     */
    default void onQuote(long timeMillis, double bid, double ask) {}

    /** One side of a candle whose time may be over; it may come twice, or not at all, and a later word counts. */
    default void onBar(Bar bar) {}

    /**
     * All words on candles whose time was over have come that were sent until then.
     *
     * @param untilMillis a moment of the service's time, milliseconds since 1970 UTC
     */
    default void onHeard(long untilMillis) {}

    /**
     * From now on prices come.
     *
     * @param again whether they came before, so that some may be missing
     */
    default void onLive(boolean again) {}

    /** No price comes any more, until {@link #onLive}. */
    default void onLost() {}
}
