package io.tradetracker.core.engine;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.SimulationRules;

/**
 * What a run is configured with, besides its strategy. Immutable; made from {@link #of} by changes.
 *
 * @param instrument what the strategy trades
 * @param timeframe of the candles that come in
 * @param account what its account begins with and how it works
 * @param seed of the strategy's random numbers
 */
public record EngineSettings(Instrument instrument, Timeframe timeframe, AccountSettings account, long seed) {
    private static final double DEFAULT_CASH = 10_000;
    private static final long DEFAULT_SEED = 42;

    /**
     * {@return settings with 10,000 of cash in the instrument's currency, one unit an entry, no costs, the default
     * rules and no limits of orders}
     */
    public static EngineSettings of(Instrument instrument, Timeframe timeframe) {
        AccountSettings account = new AccountSettings(
                instrument.currency(),
                DEFAULT_CASH,
                PositionSize.units(1),
                Costs.NONE,
                SimulationRules.DEFAULT,
                CurrencyRates.ONE,
                OrderRules.NONE);
        return new EngineSettings(instrument, timeframe, account, DEFAULT_SEED);
    }

    /** {@return a copy with another account} */
    public EngineSettings withAccount(AccountSettings newAccount) {
        return new EngineSettings(instrument, timeframe, newAccount, seed);
    }

    /** {@return a copy that starts with this much, in the account's currency} */
    public EngineSettings withCash(double cash) {
        return withAccount(account.withCash(cash));
    }

    /** {@return a copy with another size of entries that name none} */
    public EngineSettings withSize(PositionSize size) {
        return withAccount(account.withDefaultSize(size));
    }

    /** {@return a copy with other costs} */
    public EngineSettings withCosts(Costs costs) {
        return withAccount(account.withCosts(costs));
    }

    /** {@return a copy with other rules} */
    public EngineSettings withRules(SimulationRules rules) {
        return withAccount(account.withRules(rules));
    }

    /** {@return a copy whose orders must keep these limits} */
    public EngineSettings withOrderRules(OrderRules limits) {
        return withAccount(account.withOrderRules(limits));
    }

    /** {@return a copy with another seed} */
    public EngineSettings withSeed(long newSeed) {
        return new EngineSettings(instrument, timeframe, account, newSeed);
    }

    /** {@return what the account starts with, in its currency} */
    public double cash() {
        return account.cash();
    }

    /** {@return units of an entry that names no size} */
    public PositionSize size() {
        return account.defaultSize();
    }
}
