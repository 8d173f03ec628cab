package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.account.AccountReading;
import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway's own thread does, round after round: it works under the lease that is held, looks at the account, and
 * finds out what became of what is open.
 */
final class GatewayLoop {
    private final GatewaySettings settings;
    private final Desk desk;
    private final LeaseKeeper keeper;
    private final BrokerClock clock;
    private final Telling telling;
    private final AtomicBoolean hinted = new AtomicBoolean();

    GatewayLoop(GatewaySettings settings, Desk desk, LeaseKeeper keeper, BrokerClock clock, Telling telling) {
        this.settings = settings;
        this.desk = desk;
        this.keeper = keeper;
        this.clock = clock;
        this.telling = telling;
    }

    /** The broker hints at a change. */
    void hint() {
        hinted.set(true);
    }

    /** {@return the session that was worked with; empty when none has the account} */
    Optional<GatewaySession> goRound() {
        Optional<Lease> lease = keeper.lease();
        Optional<GatewaySession> current = desk.locked(() -> hold(lease));
        if (current.isPresent() && isLookDue(current.get())) {
            look(current.get());
        }
        return current;
    }

    private Optional<GatewaySession> hold(Optional<Lease> lease) {
        if (lease.isEmpty()) {
            desk.use(null);
            desk.become(GatewayState.WAITING, "Another process has the account's lease, or it cannot be asked for.");
            return Optional.empty();
        }
        long epoch = lease.get().epoch();
        Optional<GatewaySession> current = desk.session();
        if (current.isPresent() && !current.get().isBroken() && current.get().epoch() == epoch) {
            return current;
        }
        desk.drop("It reads the record.");
        GatewaySession begun = GatewaySession.begin(settings, epoch, clock, telling::fact);
        desk.use(begun);
        return Optional.of(begun);
    }

    private boolean isLookDue(GatewaySession current) {
        return desk.locked(() -> {
            Duration age = clock.age();
            boolean calm = desk.state() == GatewayState.TRADING
                    && current.book().unsettled().isEmpty()
                    && current.book().tracker().isSure();
            return hinted.getAndSet(false)
                    || !calm
                    || age == null
                    || age.compareTo(settings.terms().readEvery()) >= 0;
        });
    }

    private void look(GatewaySession current) {
        Instant from = desk.locked(current::activityFrom);
        Map<ClientOrderId, Confirmation> confirmations = new HashMap<>();
        Broker broker = settings.broker();
        desk.locked(() -> references(current))
                .forEach((id, reference) -> broker.confirm(reference).ifPresent(said -> confirmations.put(id, said)));
        try {
            AccountReading reading = AccountReading.of(broker, from);
            desk.locked(() -> take(current, reading, confirmations));
        } catch (RuntimeException failed) {
            desk.locked(current::onFailedReading);
            throw failed;
        }
    }

    private static Map<ClientOrderId, BrokerReference> references(GatewaySession current) {
        Map<ClientOrderId, BrokerReference> references = new HashMap<>();
        for (IntentReport each : current.book().unsettled()) {
            BrokerReference reference = each.reference();
            if (each.status().isOpen() && reference != null) {
                references.put(each.id(), reference);
            }
        }
        return references;
    }

    private @Nullable Void take(
            GatewaySession current, AccountReading reading, Map<ClientOrderId, Confirmation> confirmations) {
        if (desk.uses(current)) {
            current.onReading(reading, confirmations);
            telling.balance(reading.snapshot());
            if (desk.state() == GatewayState.TRADING || current.isRecovered()) {
                desk.become(GatewayState.TRADING, "");
            } else {
                desk.become(GatewayState.RECOVERING, Snapshots.whatIsOpen(current.book()));
            }
        }
        return null;
    }

    /** A round failed: the broker, the journal or the leases. It is tried again. */
    void failed(RuntimeException failure) {
        desk.locked(() -> {
            boolean works = desk.session().filter(desk::uses).isPresent();
            if (!works) {
                desk.drop("The record failed: " + failure.getMessage());
            } else if (desk.state() == GatewayState.RECOVERING) {
                desk.become(GatewayState.RECOVERING, "The account could not be read: " + failure.getMessage());
            }
            return works;
        });
        telling.failed(failure);
    }
}
