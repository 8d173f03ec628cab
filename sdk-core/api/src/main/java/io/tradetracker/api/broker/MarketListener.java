package io.tradetracker.api.broker;

import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import java.time.Instant;

/** Receives prices. Every method does nothing by default. */
public interface MarketListener {
    /** A venue's bid or ask changed. */
    default void onQuote(Quote quote) {}

    /** A trade was printed. */
    default void onPrint(Print print) {}

    /**
     * Time passed: no event before this moment will follow. Lets candles close when nothing is printed.
     *
     * @param time market time, UTC
     */
    default void onTime(Instant time) {}

    /**
     * Prices from before this moment may be missing, such as after a stream that was cut: what was in progress is not
     * whole, and the rest is in the history.
     *
     * @param time market time from which on none are missing, UTC
     */
    default void onGap(Instant time) {}

    /**
     * The source itself changed, such as a replay that starts over.
     *
     * @param time market time, UTC
     * @param message a sentence for people
     */
    default void onNotice(Instant time, String message) {}
}
