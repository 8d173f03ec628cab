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
     * The source itself changed, such as a replay that starts over or a stream that was cut.
     *
     * @param time market time, UTC
     * @param message a sentence for people
     */
    default void onNotice(Instant time, String message) {}
}
