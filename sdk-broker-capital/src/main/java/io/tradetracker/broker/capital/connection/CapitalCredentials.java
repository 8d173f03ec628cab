package io.tradetracker.broker.capital.connection;

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

    @Override
    public String toString() {
        return "CapitalCredentials[hidden]";
    }
}
