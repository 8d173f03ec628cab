package io.tradetracker.api.account;

/**
 * The broker's name for an account. Immutable.
 *
 * @param value not blank
 */
public record AccountId(String value) {
    /** @throws IllegalArgumentException when blank */
    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("account id must not be blank");
        }
    }

    /** {@return the id of that name} */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
