package io.tradetracker.broker.capital.simulator;

/**
 * What the simulated user logs in with.
 *
 * @param apiKey sent as {@code X-CAP-API-KEY}
 * @param identifier login name
 * @param password the key's password
 */
public record Credentials(String apiKey, String identifier, String password) {
    /** {@return text without secrets} */
    @Override
    public String toString() {
        return "Credentials[identifier=" + identifier + "]";
    }
}
