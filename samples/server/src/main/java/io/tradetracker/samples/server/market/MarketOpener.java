package io.tradetracker.samples.server.market;

import io.tradetracker.database.Database;

/** Opens a market that somebody named. */
@FunctionalInterface
public interface MarketOpener {
    /**
     * {@return the market, open}
     *
     * @param database where orders go on record
     * @throws io.tradetracker.api.error.TradeTrackerException when it cannot be reached
     */
    Market open(Database database);
}
