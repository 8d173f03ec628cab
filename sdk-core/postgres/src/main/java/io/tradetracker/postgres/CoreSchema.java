package io.tradetracker.postgres;

import io.tradetracker.database.Database;

/** The tables of all stores of core: bots, leases and orders. */
public final class CoreSchema {
    private CoreSchema() {}

    /**
     * Makes or updates the tables. Several processes may call it at once; one of them does the work.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException MIGRATION_FAILED, naming the script
     */
    public static void migrate(Database database) {
        database.migrate("core", "db/migration/core");
    }
}
