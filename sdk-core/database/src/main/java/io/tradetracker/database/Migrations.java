package io.tradetracker.database;

import io.tradetracker.api.error.TradeTrackerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs one module's scripts. */
final class Migrations {
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z_]{0,39}");

    private static final long TURN = 0x7472_6164_6574_7261L;

    private Migrations() {}

    static void run(DatabaseConfig config, DataSource pool, String module, String location) {
        if (!MODULE.matcher(module).matches()) {
            throw new TradeTrackerException(
                    DatabaseError.BAD_CONFIGURATION,
                    "module '" + module + "' must be 1 to 40 lower-case letters and underscores");
        }
        try (Connection turn = outsideThePool(config)) {
            takeTurn(turn, "pg_advisory_lock");
            try {
                flyway(pool, module, location).migrate();
            } finally {
                takeTurn(turn, "pg_advisory_unlock");
            }
        } catch (FlywayException | SQLException failed) {
            throw new TradeTrackerException(
                    DatabaseError.MIGRATION_FAILED,
                    "tables of module " + module + " could not be brought up to date from " + location + ": "
                            + failed.getMessage(),
                    failed);
        }
    }

    /** Waiting for a turn must not take a connection from those that have it, however small the pool. */
    private static Connection outsideThePool(DatabaseConfig config) throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    }

    // Flyway's own lock is on its history table, which two processes that start together make at the same time.
    private static void takeTurn(Connection turn, String function) throws SQLException {
        try (PreparedStatement statement = turn.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, TURN);
            statement.execute();
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
