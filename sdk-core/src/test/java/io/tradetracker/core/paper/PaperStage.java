package io.tradetracker.core.paper;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.testkit.broker.BrokerStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The stage of a paper account with 100,000 US dollars and a leverage of 20, with quotes by hand. */
final class PaperStage implements BrokerStage {
    static final Instrument GOLD = Instrument.of("GOLD")
            .withRules(new InstrumentRules(
                    new BigDecimal("0.05"), new BigDecimal("0.001"), new BigDecimal("0.01"), new BigDecimal("100000")));
    private static final BigDecimal SPREAD = new BigDecimal("0.25");

    final PaperAccount account;
    private Instant now = Instant.parse("2024-01-02T03:04:05Z");
    private BigDecimal bid = new BigDecimal("2000.15");

    PaperStage(PositionMode mode) {
        account = new PaperAccount(AccountId.of("paper"), settings(mode), List.of(GOLD));
        moveTo(bid);
    }

    static AccountSettings settings(PositionMode mode) {
        return new AccountSettings(
                CurrencyCode.USD,
                100_000,
                PositionSize.units(1),
                Costs.NONE,
                SimulationRules.DEFAULT.withPositionMode(mode).withMargin(Margin.leverage(20)),
                CurrencyRates.ONE,
                OrderRules.NONE);
    }

    @Override
    public Broker connect() {
        return new PaperBroker(account);
    }

    @Override
    public Instrument instrument() {
        return GOLD;
    }

    @Override
    public BigDecimal quantity() {
        return new BigDecimal("0.5");
    }

    @Override
    public BigDecimal distance() {
        return BigDecimal.TEN;
    }

    @Override
    public BigDecimal bid() {
        return bid;
    }

    @Override
    public BigDecimal ask() {
        return bid.add(SPREAD);
    }

    @Override
    public void moveTo(BigDecimal price) {
        bid = price;
        account.onQuote(new Quote(GOLD.id(), now, bid.doubleValue(), ask().doubleValue()));
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
        account.onTime(now);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void close() {}
}
