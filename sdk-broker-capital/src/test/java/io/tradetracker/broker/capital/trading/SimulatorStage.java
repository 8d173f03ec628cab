package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.VirtualTime;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.RateLimits;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.Faults;
import io.tradetracker.broker.capital.simulator.Limits;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.VenueRecord;
import io.tradetracker.testkit.broker.BrokerStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The real client at the simulator, on one time that the contract lets pass. */
final class SimulatorStage implements BrokerStage {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final BigDecimal SPREAD = new BigDecimal("0.50");

    private final VirtualTime time = new VirtualTime();
    private final CapitalSimulator venue;
    private final CapitalCom capital;
    private final Instrument gold;
    private BigDecimal bid = BigDecimal.ZERO;

    SimulatorStage(boolean hedging) {
        venue = CapitalSimulator.builder()
                .market(MarketSpec.gold())
                .account(AccountSpec.standard().withCash("1000000").withHedging(hedging))
                .limits(Limits.none())
                .start();
        moveTo(new BigDecimal("3500.20"));
        Credentials key = venue.credentials();
        capital = CapitalCom.connect(
                CapitalSettings.at(venue.url(), new CapitalCredentials(key.apiKey(), key.identifier(), key.password()))
                        .withLimits(new RateLimits(1_000, 1, Duration.ZERO, Duration.ZERO))
                        .withTime(time));
        gold = capital.marketData().instrument(GOLD);
    }

    @Override
    public Broker connect() {
        return capital.broker();
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
        venue.quote(GOLD.value(), bid, ask());
    }

    @Override
    public void pass(Duration length) {
        venue.advance(length);
        time.pass(length);
    }

    @Override
    public Instant now() {
        return venue.time();
    }

    Faults faults() {
        return venue.faults();
    }

    VenueRecord record() {
        return venue.record();
    }

    /** How many threads wait for time to pass. */
    int waiting() {
        return time.waiting();
    }

    @Override
    public void close() {
        capital.close();
        venue.close();
    }
}
