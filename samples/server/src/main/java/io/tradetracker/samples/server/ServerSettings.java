package io.tradetracker.samples.server;

import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.samples.server.market.Market;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a server is started with. Immutable.
 *
 * @param host address to listen on
 * @param port 0 for a free one
 * @param home folder of the embedded database
 * @param plugins folder of strategy plugins
 * @param speed how many times faster than they happened recorded prices come
 * @param market opens where the bot trades
 * @param database a database of one's own, instead of the embedded one
 */
public record ServerSettings(
        String host,
        int port,
        Path home,
        Path plugins,
        double speed,
        Supplier<Market> market,
        Optional<DatabaseConfig> database) {
    private static final int USUAL_PORT = 7070;
    private static final int MAX_PORT = 65_535;

    /** {@return the database that {@code JDBC_URL}, {@code JDBC_USER} and {@code JDBC_PASSWORD} name, if they do} */
    static Optional<DatabaseConfig> databaseOf(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("JDBC_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> DatabaseConfig.of(
                        url,
                        environment.getOrDefault("JDBC_USER", "tradetracker"),
                        environment.getOrDefault("JDBC_PASSWORD", "")));
    }

    /**
     * {@return the first port that is named, or the usual one}
     *
     * @param choices ports as text by where they were named, the most important first; blank for none
     * @throws IllegalArgumentException saying which choice is no port
     */
    static int portOf(Map<String, String> choices) {
        return choices.entrySet().stream()
                .filter(choice -> !choice.getValue().isBlank())
                .findFirst()
                .map(choice -> port(choice.getKey(), choice.getValue().strip()))
                .orElse(USUAL_PORT);
    }

    private static int port(String where, String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(where + " must be 0 to 65535, but was " + text);
        }
        return port;
    }
}
