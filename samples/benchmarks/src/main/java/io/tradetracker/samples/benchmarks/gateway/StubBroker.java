package io.tradetracker.samples.benchmarks.gateway;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes when a request would be written to the network, and refuses it. Used by one thread that sends. */
final class StubBroker implements Broker {
    private static final Money CASH = Money.of("100000", CurrencyCode.USD);

    private long leftAt;

    long leftAt() {
        return leftAt;
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        if (permit.isGiven()) {
            leftAt = System.nanoTime();
        }
        return new SubmitOutcome.Refused("STUB", "nothing is ever done here");
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return Set.of();
    }

    @Override
    public Duration longestRequest() {
        return Duration.ofMillis(500);
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        return Optional.empty();
    }

    @Override
    public AccountSnapshot account() {
        return new AccountSnapshot(
                AccountId.of("stub"), InstantSource.system().instant(), CASH, CASH, Money.zero(CurrencyCode.USD), CASH);
    }

    @Override
    public List<Position> positions() {
        return List.of();
    }

    @Override
    public List<Order> orders() {
        return List.of();
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return List.of();
    }

    @Override
    public void close() {}
}
