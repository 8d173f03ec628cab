package io.tradetracker.docs.guide;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.paper.PaperAccount;
import io.tradetracker.core.paper.PaperBroker;
import io.tradetracker.testkit.ManualClock;
import io.tradetracker.testkit.broker.BrokerStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The stage of a paper account: quotes by hand, and a clock that is moved. */
final class PaperBrokerStage implements BrokerStage {
    private final Instrument gold = Instrument.of("GOLD");
    private final ManualClock clock = ManualClock.at("2024-01-02T03:04:05Z");
    private final PaperAccount account = new PaperAccount(
            AccountId.of("paper"), EngineSettings.of(gold, Timeframe.M1).account(), List.of(gold));
    private BigDecimal bid = BigDecimal.ZERO;

    PaperBrokerStage() {
        moveTo(new BigDecimal("100"));
    }

    @Override
    public Broker connect() {
        return new PaperBroker(account);
    }

    @Override
    public Instrument instrument() {
        return gold;
    }

    @Override
    public BigDecimal quantity() {
        return BigDecimal.ONE;
    }

    @Override
    public BigDecimal distance() {
        return BigDecimal.ONE;
    }

    @Override
    public BigDecimal bid() {
        return bid;
    }

    @Override
    public BigDecimal ask() {
        return bid.add(new BigDecimal("0.5"));
    }

    // snippet: broker-stage
    @Override
    public void moveTo(BigDecimal price) {
        bid = price;
        account.onQuote(new Quote(gold.id(), clock.instant(), bid.doubleValue(), ask().doubleValue()));
    }

    @Override
    public void pass(Duration time) { // a stage at a real venue sleeps
        account.onTime(clock.advance(time));
    }
    // end

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {}
}
