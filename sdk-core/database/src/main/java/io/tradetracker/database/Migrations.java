package io.tradetracker.database;

import io.tradetracker.api.error.TradeTrackerException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs one module's scripts. */
final class Migrations {
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z_]{0,39}");

    private Migrations() {}

    static void run(DataSource pool, String module, String location) {
        if (!MODULE.matcher(module).matches()) {
            throw new TradeTrackerException(
                    DatabaseError.BAD_CONFIGURATION,
                    "module '" + module + "' must be 1 to 40 lower-case letters and underscores");
        }
        try {
            flyway(pool, module, location).migrate();
        } catch (FlywayException failed) {
            throw new TradeTrackerException(
                    DatabaseError.MIGRATION_FAILED,
                    "tables of module " + module + " could not be brought up to date from " + location + ": "
                            + failed.getMessage(),
                    failed);
        }
    }

    private static Flyway flyway(DataSource pool, String module, String location) {
        return Flyway.configure()
                .dataSource(pool)
                .loggers("slf4j")
                .table("schema_history_" + module)
                .locations("classpath:" + location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                // Other modules' tables make the schema look used; version 0 lets this module's V1 still run.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
