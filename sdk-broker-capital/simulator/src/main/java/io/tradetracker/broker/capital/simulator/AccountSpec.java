package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;

/**
 * An account that the simulated user has.
 *
 * @param id 17 or 18 digits
 * @param name for people
 * @param currency ISO code; all markets must have it too
 * @param cash what is on it at the start
 * @param hedging whether opposite positions may stand side by side
 */
public record AccountSpec(String id, String name, String currency, BigDecimal cash, boolean hedging) {
    /** {@return a netting account with 100,000 dollars} */
    public static AccountSpec standard() {
        return new AccountSpec("300000000000000001", "Main", "USD", new BigDecimal("100000.00"), false);
    }

    /**
     * The same account under another id.
     *
     * @param other 17 or 18 digits
     * @return a copy
     */
    public AccountSpec withId(String other) {
        return new AccountSpec(other, name, currency, cash, hedging);
    }

    /**
     * The same account with other cash.
     *
     * @param other what is on it at the start
     * @return a copy
     */
    public AccountSpec withCash(String other) {
        return new AccountSpec(id, name, currency, new BigDecimal(other), hedging);
    }

    /**
     * The same account in another mode.
     *
     * @param other whether opposite positions may stand side by side
     * @return a copy
     */
    public AccountSpec withHedging(boolean other) {
        return new AccountSpec(id, name, currency, cash, other);
    }
}
