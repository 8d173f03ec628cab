package io.tradetracker.database;

import io.tradetracker.api.error.TradeTrackerException;
import java.util.Locale;

/**
 * Where the database is and who connects. The password appears in no text this record makes. Immutable.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param user the role that connects, not blank
 * @param password its password; empty when the server asks for none
 * @param poolSize the most connections kept open, 1 to 200
 */
public record DatabaseConfig(String jdbcUrl, String user, String password, int poolSize) {
    private static final String PREFIX = "jdbc:postgresql://";
    private static final int DEFAULT_POOL_SIZE = 8;
    private static final int MAX_POOL_SIZE = 200;

    /** @throws TradeTrackerException BAD_CONFIGURATION when a value cannot work */
    public DatabaseConfig {
        require(jdbcUrl.startsWith(PREFIX), "database URL must look like jdbc:postgresql://host:5432/database");
        require(
                !jdbcUrl.toLowerCase(Locale.ROOT).contains("password=")
                        && !addressIn(jdbcUrl).contains("@"),
                "database URL must not carry a password: give user and password apart from it");
        require(!user.isBlank(), "database user must not be blank");
        require(
                poolSize >= 1 && poolSize <= MAX_POOL_SIZE,
                "database pool size " + poolSize + " must be 1 to " + MAX_POOL_SIZE);
    }

    /** {@return a configuration with the usual pool of 8 connections} */
    public static DatabaseConfig of(String jdbcUrl, String user, String password) {
        return new DatabaseConfig(jdbcUrl, user, password, DEFAULT_POOL_SIZE);
    }

    /** {@return a copy with another pool size} */
    public DatabaseConfig withPoolSize(int newPoolSize) {
        return new DatabaseConfig(jdbcUrl, user, password, newPoolSize);
    }

    /** {@return host, port and database, such as {@code localhost:5432/trades}; no parameters, no secret} */
    public String address() {
        return addressIn(jdbcUrl);
    }

    /** {@return the address and the user; never the password} */
    @Override
    public String toString() {
        return "DatabaseConfig[" + user + " at " + address() + ", pool " + poolSize + "]";
    }

    private static String addressIn(String jdbcUrl) {
        String rest = jdbcUrl.substring(PREFIX.length());
        int parameters = rest.indexOf('?');
        return parameters < 0 ? rest : rest.substring(0, parameters);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new TradeTrackerException(DatabaseError.BAD_CONFIGURATION, message);
        }
    }
}
