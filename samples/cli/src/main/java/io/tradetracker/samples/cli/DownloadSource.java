package io.tradetracker.samples.cli;

import io.tradetracker.api.broker.MarketData;

/** A kind of market that candles can be downloaded from. */
interface DownloadSource {
    /** {@return its name in {@code --market}} */
    String name();

    /** {@return how {@code --market} is written for it, in words for people} */
    String usage();

    /**
     * {@return the market; the caller closes it}
     *
     * @param where what follows the colon of {@code --market}; may be empty
     */
    MarketData open(String where);
}
