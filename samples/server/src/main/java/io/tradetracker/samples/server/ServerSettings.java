package io.tradetracker.samples.server;

import io.tradetracker.database.DatabaseConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is started with. Immutable.
 *
 * @param host address to listen on
 * @param port 0 for a free one
 * @param home folder of the embedded database
 * @param plugins folder of strategy plugins
 * @param speed how many times faster than they happened recorded prices come
 * @param database a database of one's own, instead of the embedded one
 */
public record ServerSettings(
        String host, int port, Path home, Path plugins, double speed, Optional<DatabaseConfig> database) {
    /** {@return the database that {@code JDBC_URL}, {@code JDBC_USER} and {@code JDBC_PASSWORD} name, if they do} */
    static Optional<DatabaseConfig> databaseOf(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("JDBC_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> DatabaseConfig.of(
                        url,
                        environment.getOrDefault("JDBC_USER", "tradetracker"),
                        environment.getOrDefault("JDBC_PASSWORD", "")));
    }
}
