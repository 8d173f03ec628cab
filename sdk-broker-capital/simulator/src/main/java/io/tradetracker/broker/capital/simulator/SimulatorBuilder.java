package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a simulator. What is not said is as the service has it. Not thread-safe. */
public final class SimulatorBuilder {
    private final Map<String, MarketSpec> markets = new LinkedHashMap<>();
    private final Map<String, PriceSource> sources = new HashMap<>();
    private final List<AccountSpec> accounts = new ArrayList<>();
    private int port;
    private Instant start = Instant.parse("2026-03-02T09:00:00Z");
    private long seed = 1;
    private Limits limits = Limits.standard();
    private Duration idle = Duration.ofMinutes(10);
    private Duration hardCap = Duration.ofMinutes(60);
    private Duration confirmDelay = Duration.ZERO;
    private boolean trailingStops;
    private ZoneOffset local = ZoneOffset.ofHours(2);

    SimulatorBuilder() {}

    /**
     * The port on the loopback.
     *
     * @param number 0 for a free one
     * @return this
     */
    public SimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * Venue time at the start.
     *
     * @param time the moment; what prices say before it is history
     * @return this
     */
    public SimulatorBuilder startAt(Instant time) {
        start = time;
        return this;
    }

    /**
     * Adds a market whose prices are set by hand.
     *
     * @param market the market
     * @return this
     */
    public SimulatorBuilder market(MarketSpec market) {
        markets.put(market.epic(), market);
        return this;
    }

    /**
     * Adds a market whose prices come from a source.
     *
     * @param market the market
     * @param prices the source
     * @return this
     */
    public SimulatorBuilder market(MarketSpec market, PriceSource prices) {
        sources.put(market.epic(), prices);
        return market(market);
    }

    /**
     * Adds an account; the first one is the one that logins start on. Without any there is
     * {@link AccountSpec#standard()}.
     *
     * @param account the account
     * @return this
     */
    public SimulatorBuilder account(AccountSpec account) {
        accounts.add(account);
        return this;
    }

    /**
     * Seed of names, tokens and faults by chance.
     *
     * @param number any
     * @return this
     */
    public SimulatorBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * How many requests are taken.
     *
     * @param wanted the limits
     * @return this
     */
    public SimulatorBuilder limits(Limits wanted) {
        limits = wanted;
        return this;
    }

    /**
     * How long sessions live.
     *
     * @param unused since their last request
     * @param atMost since their login
     * @return this
     */
    public SimulatorBuilder sessions(Duration unused, Duration atMost) {
        idle = unused;
        hardCap = atMost;
        return this;
    }

    /**
     * How long a confirmation is not found after its request was answered.
     *
     * @param delay venue time
     * @return this
     */
    public SimulatorBuilder confirmDelay(Duration delay) {
        confirmDelay = delay;
        return this;
    }

    /**
     * Whether stops may follow the price.
     *
     * @param offered whether they are offered
     * @return this
     */
    public SimulatorBuilder trailingStops(boolean offered) {
        trailingStops = offered;
        return this;
    }

    /**
     * How far the account's time is ahead of UTC.
     *
     * @param hours whole hours
     * @return this
     */
    public SimulatorBuilder timezoneOffset(int hours) {
        local = ZoneOffset.ofHours(hours);
        return this;
    }

    /**
     * Opens the port.
     *
     * @return the simulator
     * @throws IllegalArgumentException when there is no market, or a market and an account have different currencies
     */
    public CapitalSimulator start() {
        List<AccountSpec> held = accounts.isEmpty() ? List.of(AccountSpec.standard()) : List.copyOf(accounts);
        check(held);
        Settings.Rules rules = new Settings.Rules(limits, idle, hardCap, confirmDelay, trailingStops, local);
        Settings settings = new Settings(start, seed, List.copyOf(markets.values()), Map.copyOf(sources), held, rules);
        return CapitalSimulator.start(settings, port);
    }

    private void check(List<AccountSpec> held) {
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("a venue needs a market: add one with market(MarketSpec.gold())");
        }
        for (MarketSpec market : markets.values()) {
            for (AccountSpec account : held) {
                if (!market.currency().equals(account.currency())) {
                    throw new IllegalArgumentException("market " + market.epic() + " is in " + market.currency()
                            + ", account " + account.id() + " in " + account.currency()
                            + ": nothing is converted here, give both one currency");
                }
            }
        }
        if (held.stream().map(AccountSpec::id).distinct().count() < held.size()) {
            throw new IllegalArgumentException("two accounts have the same id: give each its own");
        }
    }
}
