package io.tradetracker.broker.capital.connection;

/**
 * What a session is known by. Its text shows nothing of it. Immutable.
 *
 * @param clientToken sent as CST
 * @param securityToken sent as X-SECURITY-TOKEN, belongs to the active account
 * @param generation how many log-ins there were before, and this one
 */
public record Tokens(String clientToken, String securityToken, long generation) {
    @Override
    public String toString() {
        return "Tokens[hidden, generation " + generation + "]";
    }
}
