package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One account: its cash, what it holds, and what happened on it. Used under the venue's lock. */
final class Account {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AccountSpec spec;
    private final Map<MarketType, Integer> leverages = new EnumMap<>(MarketType.class);
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final Map<String, WorkingOrder> orders = new LinkedHashMap<>();
    private final Map<String, Confirm> confirms = new LinkedHashMap<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private BigDecimal cash;
    private boolean hedging;

    Account(AccountSpec spec) {
        this.spec = spec;
        this.cash = spec.cash().setScale(2, RoundingMode.HALF_UP);
        this.hedging = spec.hedging();
        for (MarketType type : MarketType.values()) {
            leverages.put(type, type.highestLeverage());
        }
    }

    AccountSpec spec() {
        return spec;
    }

    String id() {
        return spec.id();
    }

    BigDecimal cash() {
        return cash;
    }

    boolean hedging() {
        return hedging;
    }

    void hedge(boolean on) {
        hedging = on;
    }

    Map<MarketType, Integer> leverages() {
        return leverages;
    }

    /** {@return open positions by deal id, oldest first} */
    Map<String, Position> positions() {
        return positions;
    }

    /** {@return waiting orders by deal id, oldest first} */
    Map<String, WorkingOrder> orders() {
        return orders;
    }

    Map<String, Confirm> confirms() {
        return confirms;
    }

    List<Activity> activities() {
        return activities;
    }

    List<Transaction> transactions() {
        return transactions;
    }

    void pay(Transaction transaction) {
        cash = cash.add(transaction.amount());
        transactions.add(transaction);
    }

    /** {@return what all positions would earn if they were closed now} */
    BigDecimal profit() {
        return positions.values().stream().map(Position::profit).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    BigDecimal equity() {
        return cash.add(profit());
    }

    BigDecimal blocked() {
        return positions.values().stream().map(Position::blocked).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    BigDecimal available() {
        return equity().subtract(blocked());
    }

    /**
     * {@return the margin of a new position; a lower leverage than the highest blocks more than the market asks for}
     */
    Position.Margin margin(MarketSpec market) {
        int leverage = leverages.getOrDefault(market.type(), 1);
        if (leverage == market.type().highestLeverage()) {
            return new Position.Margin(leverage, market.marginFactor());
        }
        BigDecimal percent = HUNDRED.divide(BigDecimal.valueOf(leverage), 2, RoundingMode.HALF_UP);
        return new Position.Margin(leverage, percent.max(market.marginFactor()));
    }
}
