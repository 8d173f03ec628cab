package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A venue with one account, exact and in memory, whose prices a test sets by hand. It keeps a record of every request
 * that arrived: the truth to which a test holds what others believe. Without {@link BrokerCapability#HEDGING} it nets
 * as contracts for difference do: each entry has a position of its own, and an opposite order closes the oldest first.
 * A waiting order that is filled opens a position with a new name. Safe for use by several threads.
 */
public final class TestVenue {
    private final InstantSource clock;
    private final Set<BrokerCapability> capabilities;
    private final VenueBook book;
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private long references;

    /**
     * Opens an account with 100,000 US dollars.
     *
     * @param clock the venue's
     * @param capabilities what its brokers can do
     * @param instruments what can be traded; without a price until {@link #quote}
     */
    public TestVenue(InstantSource clock, Set<BrokerCapability> capabilities, List<Instrument> instruments) {
        this.clock = clock;
        this.capabilities = Set.copyOf(capabilities);
        book = new VenueBook(capabilities, instruments);
    }

    /** Sets a bid and an ask, and does what they set off: ends that are due, orders, stops, targets. */
    public void quote(InstrumentId instrument, String bid, String ask) {
        synchronized (this) {
            book.quote(instrument, new BigDecimal(bid), new BigDecimal(ask), clock.instant());
        }
        changed();
    }

    /** Closes a position as a broker does when the account cannot carry it. */
    public void closeOut(BrokerPositionId position) {
        synchronized (this) {
            book.closeOut(position, clock.instant());
        }
        changed();
    }

    /**
     * {@return a broker that answers at once and is always right}
     *
     * @param label tells whose requests are whose in {@link #arrived()}
     */
    public Broker connect(String label, Duration longestRequest) {
        return new VenueConnection(this, label, longestRequest);
    }

    /** Asks as somebody else does who has the same account. */
    public Confirmation outside(OrderAction action) {
        return execute("outside", action);
    }

    Confirmation execute(String from, OrderAction action) {
        Confirmation confirmation;
        synchronized (this) {
            BrokerReference reference = BrokerReference.of("R-" + ++references);
            confirmation = book.execute(action, reference, clock.instant());
            arrived.add(new Arrived(from, clock.instant(), action, confirmation));
        }
        changed();
        return confirmation;
    }

    private void changed() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(listeners);
        }
        all.forEach(Runnable::run);
    }

    synchronized Runnable listen(Runnable wake) {
        listeners.add(wake);
        return () -> {
            synchronized (this) {
                listeners.remove(wake);
            }
        };
    }

    Set<BrokerCapability> capabilities() {
        return capabilities;
    }

    /** {@return all requests that arrived, in order} */
    public synchronized List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /**
     * {@return how often the order of that name was done, which nothing but the record here knows when the venue's
     * brokers do not keep names}
     */
    public synchronized long executions(ClientOrderId id) {
        return arrived.stream()
                .filter(Arrived::executed)
                .filter(each -> each.action() instanceof OrderAction.Submit(OrderRequest request)
                        && request.clientOrderId().equals(id))
                .count();
    }

    synchronized Optional<Confirmation> confirm(BrokerReference reference) {
        return arrived.stream()
                .map(Arrived::confirmation)
                .filter(confirmation -> confirmation.reference().equals(reference))
                .findFirst();
    }

    /** {@return open positions, oldest first} */
    public synchronized List<Position> positions() {
        return book.positions();
    }

    /** {@return waiting orders, oldest first} */
    public synchronized List<Order> orders() {
        book.expire(clock.instant());
        return book.orders();
    }

    /** {@return the venue's record from a moment on, oldest first} */
    public synchronized List<Activity> activitySince(Instant from) {
        book.expire(clock.instant());
        return book.rows().stream().filter(row -> !row.time().isBefore(from)).toList();
    }

    /** {@return balances now} */
    public synchronized AccountSnapshot account() {
        return book.account(clock.instant());
    }
}
