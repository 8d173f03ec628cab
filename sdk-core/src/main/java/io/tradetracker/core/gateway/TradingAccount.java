package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountId;

/**
 * An account, told apart from those of other brokers that may have the same id. Immutable.
 *
 * @param broker which broker and which of its worlds, such as {@code capital-demo}: 1 to 40 lower-case letters, digits,
 *     {@code .} and {@code -}
 * @param id the broker's name for the account
 */
public record TradingAccount(String broker, AccountId id) {
    /** @throws IllegalArgumentException when the broker's name has other characters */
    public TradingAccount {
        if (!broker.matches("[a-z0-9.-]{1,40}")) {
            throw new IllegalArgumentException("broker '" + broker
                    + "' must be 1 to 40 lower-case letters, digits, '.' and '-', such as capital-demo");
        }
    }

    /** {@return that account} */
    public static TradingAccount of(String broker, String id) {
        return new TradingAccount(broker, AccountId.of(id));
    }

    /** {@return broker and id with a slash between} */
    @Override
    public String toString() {
        return broker + "/" + id;
    }
}
