package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.Iterator;

/** Prices of one market, in time order. Every call must tell the same prices. */
public interface PriceSource {
    /**
     * Quotes from a moment on.
     *
     * @param from first moment, inclusive
     * @return quotes in time order; it may never end
     */
    Iterator<Quote> from(Instant from);

    /**
     * Quotes that candles before the venue's start are made of. May be coarser than {@link #from}.
     *
     * @param from first moment, inclusive
     * @return quotes in time order
     */
    default Iterator<Quote> history(Instant from) {
        return from(from);
    }
}
