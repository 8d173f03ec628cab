package io.tradetracker.broker.capital.simulator;

/** Hears prices as they come. */
interface PriceListener {
    /** A price moved. */
    void onQuote(Market market, Quote quote);

    /** A bar is over. */
    void onBar(Market market, Resolution resolution, Bar bar);
}
