package io.tradetracker.broker.capital.connection;

import java.util.Map;

/**
 * What an API key logs in with. Its text shows nothing of it. Immutable.
 *
 * @param apiKey the key
 * @param identifier the e-mail address of the account's owner
 * @param password the key's own password, not the account's
 */
public record CapitalCredentials(String apiKey, String identifier, String password) {
    /** @throws IllegalArgumentException when one is blank, or the key has what no key has; shows nothing of them */
    public CapitalCredentials {
        if (apiKey.isBlank() || identifier.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("API key, identifier and the key's password are all needed: make a key"
                    + " in the account's settings under API integrations");
        }
        if (!apiKey.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("The API key has a space, a line's end or a letter that no key has: copy"
                    + " it anew from the account's settings under API integrations");
        }
    }

    /**
     * {@return those that {@code CAPITAL_API_KEY}, {@code CAPITAL_IDENTIFIER} and {@code CAPITAL_PASSWORD} name}
     *
     * @param environment as {@link System#getenv()}
     * @throws IllegalArgumentException saying which is missing
     */
    public static CapitalCredentials from(Map<String, String> environment) {
        return new CapitalCredentials(
                required(environment, "CAPITAL_API_KEY"),
                required(environment, "CAPITAL_IDENTIFIER"),
                required(environment, "CAPITAL_PASSWORD"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is missing: Capital.com needs"
                    + " CAPITAL_API_KEY, CAPITAL_IDENTIFIER (the e-mail address) and CAPITAL_PASSWORD (the key's own)");
        }
        return value;
    }

    @Override
    public String toString() {
        return "CapitalCredentials[hidden]";
    }
}
