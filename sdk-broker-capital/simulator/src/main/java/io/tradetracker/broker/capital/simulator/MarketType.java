package io.tradetracker.broker.capital.simulator;

import java.util.List;

/** The kind of a market; an account has one leverage for each. */
public enum MarketType {
    /** Currency pairs. */
    CURRENCIES(1, 10, 20, 30),
    /** Crypto currencies. */
    CRYPTOCURRENCIES(1, 2),
    /** Shares. */
    SHARES(1, 2, 3, 5),
    /** Stock indices. */
    INDICES(1, 10, 20),
    /** Metals, energy and other goods. */
    COMMODITIES(1, 5, 10, 20);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Integer> leverages;

    MarketType(Integer... leverages) {
        this.leverages = List.of(leverages);
    }

    /** {@return the leverages an account may choose, rising} */
    List<Integer> leverages() {
        return leverages;
    }

    int highestLeverage() {
        return leverages.getLast();
    }
}
