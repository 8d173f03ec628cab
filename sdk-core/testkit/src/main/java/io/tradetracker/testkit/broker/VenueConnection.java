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

/** An honest broker to a venue. */
final class VenueConnection implements Broker {
    private final TestVenue venue;
    private final String label;
    private final Duration longestRequest;

    VenueConnection(TestVenue venue, String label, Duration longestRequest) {
        this.venue = venue;
        this.label = label;
        this.longestRequest = longestRequest;
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return venue.capabilities();
    }

    @Override
    public Duration longestRequest() {
        return longestRequest;
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        Optional<BrokerCapability> missing = VenueRules.missing(action, venue.capabilities());
        if (missing.isPresent()) {
            return new SubmitOutcome.Refused(
                    SubmitOutcome.Refused.UNSUPPORTED, "this venue has no " + missing.get() + ": nothing was sent");
        }
        if (!permit.isGiven()) {
            return new SubmitOutcome.Refused(
                    SubmitOutcome.Refused.NOT_PERMITTED, "the permit had ended: nothing was sent");
        }
        Confirmation confirmation = venue.execute(label, action);
        return confirmation.verdict() == Confirmation.Verdict.DONE
                ? new SubmitOutcome.Accepted(confirmation.reference())
                : new SubmitOutcome.Refused(confirmation.code(), "the venue refused it: " + confirmation.code());
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        return venue.confirm(reference);
    }

    @Override
    public AccountSnapshot account() {
        return venue.account();
    }

    @Override
    public List<Position> positions() {
        return venue.positions();
    }

    @Override
    public List<Order> orders() {
        return venue.orders();
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return venue.activitySince(from);
    }

    @Override
    public Subscription onChange(Runnable wake) {
        Runnable end = venue.listen(wake);
        return end::run;
    }

    @Override
    public void close() {}
}
