package io.tradetracker.broker.capital.rest;

import java.util.List;

/**
 * Instruments that were found.
 *
 * @param markets the instruments
 */
public record Markets(List<MarketSummary> markets) {
    /** Copies the list. */
    public Markets {
        markets = List.copyOf(markets);
    }
}
