package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A broker that asks another one, so that a subclass need only say what it does otherwise. */
public class ForwardingBroker implements Broker {
    private final Broker honest;

    /** Takes the broker to ask. */
    public ForwardingBroker(Broker honest) {
        this.honest = honest;
    }

    /** {@return the broker that is asked} */
    protected final Broker honest() {
        return honest;
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return honest.capabilities();
    }

    @Override
    public Duration longestRequest() {
        return honest.longestRequest();
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        return honest.send(action, permit);
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        return honest.confirm(reference);
    }

    @Override
    public AccountSnapshot account() {
        return honest.account();
    }

    @Override
    public List<Position> positions() {
        return honest.positions();
    }

    @Override
    public List<Order> orders() {
        return honest.orders();
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return honest.activitySince(from);
    }

    @Override
    public Subscription onChange(Runnable wake) {
        return honest.onChange(wake);
    }

    @Override
    public void close() {
        honest.close();
    }
}
