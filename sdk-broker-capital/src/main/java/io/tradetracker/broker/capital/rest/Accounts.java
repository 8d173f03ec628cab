package io.tradetracker.broker.capital.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Accounts of the user.
 *
 * @param accounts all of them
 */
public record Accounts(List<Account> accounts) {
    /** Copies the list. */
    public Accounts {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account.
     *
     * @param accountId its name
     * @param accountName for people
     * @param status such as {@code ENABLED}
     * @param accountType such as {@code CFD}
     * @param preferred whether log-ins begin with it
     * @param balance its money
     * @param currency ISO 4217
     */
    public record Account(
            String accountId,
            String accountName,
            String status,
            String accountType,
            boolean preferred,
            Balance balance,
            String currency) {
        /** @throws NullPointerException when its name, money or currency is missing */
        public Account {
            Objects.requireNonNull(accountId, "accountId");
            Objects.requireNonNull(balance, "balance");
            Objects.requireNonNull(currency, "currency");
        }
    }

    /**
     * Money of an account, in its currency.
     *
     * @param balance cash and the profit of what is open
     * @param deposit cash
     * @param profitLoss of what is open
     * @param available what new positions may use
     */
    public record Balance(BigDecimal balance, BigDecimal deposit, BigDecimal profitLoss, BigDecimal available) {
        /** @throws NullPointerException when an amount is missing */
        public Balance {
            Objects.requireNonNull(balance, "balance");
            Objects.requireNonNull(deposit, "deposit");
            Objects.requireNonNull(profitLoss, "profitLoss");
            Objects.requireNonNull(available, "available");
        }
    }
}
