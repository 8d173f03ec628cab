package io.tradetracker.core.account;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of looks at an account, each change once. Brokers answer late, forget a row, or show an older state
 * after a newer one; so a change or an end counts only when several looks in a row agree, and a row of the record
 * counts once however often it is read. Has no thread and no clock; used by one thread.
 */
public final class AccountTracker {
    private final Items<BrokerOrderId, Order> orders;
    private final Items<BrokerPositionId, Position> positions;
    private final Map<String, Activity> activity = new LinkedHashMap<>();
    private final Duration lookBack;
    private @Nullable AccountSnapshot snapshot;
    private @Nullable Instant newest;

    /**
     * Begins with an account of which nothing is known.
     *
     * @param looks how many in a row must agree before a change or an end counts, 1 or more
     * @param lookBack how late a row of the broker's record may come, above zero; within a third of it a row that came
     *     without its quantity is waited for
     */
    public AccountTracker(int looks, Duration lookBack) {
        if (looks < 1 || !lookBack.isPositive()) {
            throw new IllegalArgumentException(
                    "looks " + looks + " must be 1 or more, and the look back " + lookBack + " above zero");
        }
        orders = new Items<>(Order::id, looks);
        positions = new Items<>(Position::id, looks);
        this.lookBack = lookBack;
    }

    /** {@return from where on the broker's record must be read, given that it is about this time} */
    public Instant activityFrom(Instant now) {
        Instant last = newest;
        return (last == null || last.isAfter(now) ? now : last).minus(lookBack);
    }

    /** Takes a look and returns what changed, in an order that makes sense: what happened before what came of it. */
    public List<AccountEvent> onReading(AccountReading reading) {
        List<AccountEvent> events = new ArrayList<>();
        for (Activity row : reading.activity()) {
            if (!activity.containsKey(row.id()) && isReady(row, reading.time())) {
                keep(row);
                events.add(new AccountEvent.ActivityAdded(row));
            }
        }
        events.addAll(orders.look(reading.orders(), AccountTracker::orderEvent));
        events.addAll(positions.look(reading.positions(), AccountTracker::positionEvent));
        if (snapshot == null || !sameBalances(snapshot, reading.snapshot())) {
            events.add(new AccountEvent.BalanceChanged(reading.snapshot()));
        }
        snapshot = reading.snapshot();
        return events;
    }

    /**
     * A row of a trade may come before its side and quantity do; it counts when it tells them, or will not any more.
     */
    private boolean isReady(Activity row, Instant now) {
        boolean bare = row.kind().equals(ActivityKind.TRADE) && (row.side() == null || row.quantity() == null);
        return !bare || !row.time().plus(lookBack.dividedBy(3)).isAfter(now);
    }

    /** A look failed on the way: what it showed before is not known, so looks before and after are not in a row. */
    public void onFailedReading() {
        orders.breakRow();
        positions.breakRow();
    }

    private static boolean sameBalances(AccountSnapshot one, AccountSnapshot other) {
        return one.balance().equals(other.balance())
                && one.equity().equals(other.equity())
                && one.marginUsed().equals(other.marginUsed())
                && one.available().equals(other.available());
    }

    private static AccountEvent orderEvent(@Nullable Order before, @Nullable Order now) {
        if (before == null && now != null) {
            return new AccountEvent.OrderPlaced(now);
        }
        return before != null && now != null
                ? new AccountEvent.OrderChanged(before, now)
                : new AccountEvent.OrderGone(known(before));
    }

    private static AccountEvent positionEvent(@Nullable Position before, @Nullable Position now) {
        if (before == null && now != null) {
            return new AccountEvent.PositionOpened(now);
        }
        return before != null && now != null
                ? new AccountEvent.PositionChanged(before, now)
                : new AccountEvent.PositionClosed(known(before));
    }

    private static <T> T known(@Nullable T before) {
        if (before == null) {
            throw new IllegalStateException("something ended that never began");
        }
        return before;
    }

    private void keep(Activity row) {
        activity.put(row.id(), row);
        if (newest == null || row.time().isAfter(newest)) {
            newest = row.time();
            forgetBefore(newest.minus(lookBack.multipliedBy(3)));
        }
    }

    private void forgetBefore(Instant oldest) {
        for (Iterator<Activity> each = activity.values().iterator(); each.hasNext(); ) {
            if (!each.next().time().isBefore(oldest)) {
                return;
            }
            each.remove();
        }
    }

    /** Takes an event that was told before, such as one that is on record: it is not told again. */
    public void restore(AccountEvent event) {
        switch (event) {
            case AccountEvent.OrderPlaced(Order order) -> orders.set(order.id(), order);
            case AccountEvent.OrderChanged(Order before, Order now) -> orders.set(now.id(), now);
            case AccountEvent.OrderGone(Order last) -> orders.set(last.id(), null);
            case AccountEvent.PositionOpened(Position position) -> positions.set(position.id(), position);
            case AccountEvent.PositionChanged(Position before, Position now) -> positions.set(now.id(), now);
            case AccountEvent.PositionClosed(Position last) -> positions.set(last.id(), null);
            case AccountEvent.ActivityAdded(Activity row) -> keep(row);
            case AccountEvent.BalanceChanged(AccountSnapshot account) -> snapshot = account;
        }
    }

    /** {@return whether the last look said what is known here, so that no change waits to be agreed on} */
    public boolean isSure() {
        return orders.isSure() && positions.isSure();
    }

    /** {@return whether an order of that name waits or did} */
    public boolean knows(BrokerOrderId id) {
        return orders.knows(id);
    }

    /** {@return whether a position of that name is open or was} */
    public boolean knows(BrokerPositionId id) {
        return positions.knows(id);
    }

    /** {@return orders that wait} */
    public Collection<Order> orders() {
        return orders.all();
    }

    /** {@return open positions} */
    public Collection<Position> positions() {
        return positions.all();
    }

    /** {@return the waiting order of that name} */
    public Optional<Order> find(BrokerOrderId id) {
        return orders.find(id);
    }

    /** {@return the open position of that name} */
    public Optional<Position> find(BrokerPositionId id) {
        return positions.find(id);
    }

    /** {@return balances of the last look; empty before the first} */
    public Optional<AccountSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** {@return units of an instrument on all its positions together, below zero when short} */
    public BigDecimal held(InstrumentId instrument) {
        BigDecimal held = BigDecimal.ZERO;
        for (Position position : positions.all()) {
            if (position.instrument().equals(instrument)) {
                held = held.add(position.signedQuantity());
            }
        }
        return held;
    }
}
