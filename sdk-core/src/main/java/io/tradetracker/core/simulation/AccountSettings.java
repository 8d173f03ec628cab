package io.tradetracker.core.simulation;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.risk.OrderRules;

/**
 * What a simulated account begins with and how it works. Immutable.
 *
 * @param currency of its money
 * @param cash what it starts with
 * @param defaultSize units of an entry that names none
 * @param costs what trading costs
 * @param rules how orders fill
 * @param rates what other currencies are worth
 * @param orderRules limits that its orders must keep
 */
public record AccountSettings(
        CurrencyCode currency,
        double cash,
        PositionSize defaultSize,
        Costs costs,
        SimulationRules rules,
        CurrencyRates rates,
        OrderRules orderRules) {
    /** @throws IllegalArgumentException when the cash is not above zero and finite */
    public AccountSettings {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("cash " + cash + " must be above zero and finite");
        }
    }

    /** {@return a copy that starts with this much} */
    public AccountSettings withCash(double newCash) {
        return new AccountSettings(currency, newCash, defaultSize, costs, rules, rates, orderRules);
    }

    /** {@return a copy with another default size} */
    public AccountSettings withDefaultSize(PositionSize size) {
        return new AccountSettings(currency, cash, size, costs, rules, rates, orderRules);
    }

    /** {@return a copy with other costs} */
    public AccountSettings withCosts(Costs newCosts) {
        return new AccountSettings(currency, cash, defaultSize, newCosts, rules, rates, orderRules);
    }

    /** {@return a copy with other rules} */
    public AccountSettings withRules(SimulationRules newRules) {
        return new AccountSettings(currency, cash, defaultSize, costs, newRules, rates, orderRules);
    }

    /** {@return a copy in another currency, with what others are worth in it} */
    public AccountSettings withCurrency(CurrencyCode newCurrency, CurrencyRates newRates) {
        return new AccountSettings(newCurrency, cash, defaultSize, costs, rules, newRates, orderRules);
    }

    /** {@return a copy whose orders must keep these limits} */
    public AccountSettings withOrderRules(OrderRules limits) {
        return new AccountSettings(currency, cash, defaultSize, costs, rules, rates, limits);
    }
}
