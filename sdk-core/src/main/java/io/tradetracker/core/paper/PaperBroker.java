package io.tradetracker.core.paper;

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

/**
 * A broker of a {@link PaperAccount}, so that paper trading goes the same way as real trading. It answers at once and
 * knows every outcome. Safe for use by several threads.
 */
public final class PaperBroker implements Broker {
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);

    private final PaperAccount account;

    /** Connects to an account, of which there may be several connections. */
    public PaperBroker(PaperAccount account) {
        this.account = account;
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return account.capabilities();
    }

    @Override
    public Duration longestRequest() {
        return LONGEST_REQUEST;
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        if (!permit.isGiven()) {
            return new SubmitOutcome.Refused(
                    SubmitOutcome.Refused.NOT_PERMITTED, "the permit had ended before the request was sent");
        }
        return account.execute(action);
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        return account.confirm(reference);
    }

    @Override
    public AccountSnapshot account() {
        return account.snapshot();
    }

    @Override
    public List<Position> positions() {
        return account.positions();
    }

    @Override
    public List<Order> orders() {
        return account.orders();
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return account.activitySince(from);
    }

    @Override
    public Subscription onChange(Runnable wake) {
        return account.onChange(wake);
    }

    /** Does nothing: the account goes on. */
    @Override
    public void close() {}
}
