package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.testkit.ManualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The contract's stage at a {@link TestVenue}, with something between the contract and the venue. */
final class VenueStage implements BrokerStage {
    private static final BigDecimal SPREAD = new BigDecimal("0.25");
    private static final Instrument GOLD = Instrument.of("GOLD")
            .withRules(new InstrumentRules(
                    new BigDecimal("0.05"), new BigDecimal("0.001"), new BigDecimal("0.01"), new BigDecimal("100000")));

    private final ManualClock clock = ManualClock.at("2024-01-02T03:04:05Z");
    private final TestVenue venue;
    private final UnaryOperator<Broker> between;
    private BigDecimal bid = BigDecimal.ZERO;

    VenueStage(Set<BrokerCapability> capabilities, UnaryOperator<Broker> between) {
        venue = new TestVenue(clock, capabilities, List.of(GOLD));
        this.between = between;
        moveTo(new BigDecimal("2000.15"));
    }

    @Override
    public Broker connect() {
        return between.apply(venue.connect("contract", Duration.ofSeconds(30)));
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
        venue.quote(GOLD.id(), bid.toPlainString(), ask().toPlainString());
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {}
}
