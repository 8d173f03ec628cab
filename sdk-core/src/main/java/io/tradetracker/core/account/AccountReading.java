package io.tradetracker.core.account;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;
import java.time.Instant;
import java.util.List;

/**
 * One look at an account. Its parts are asked for one after the other: orders before positions, so that an order that
 * is gone because it was executed has its position in the same look. Immutable.
 *
 * @param orders that waited
 * @param positions that were open
 * @param activity the broker's record from some moment on, oldest first
 * @param snapshot balances
 */
public record AccountReading(
        List<Order> orders, List<Position> positions, List<Activity> activity, AccountSnapshot snapshot) {
    /** Copies the lists. */
    public AccountReading {
        orders = List.copyOf(orders);
        positions = List.copyOf(positions);
        activity = List.copyOf(activity);
    }

    /**
     * {@return a look at the account}
     *
     * @param activityFrom where the broker's record begins in it
     * @throws io.tradetracker.api.error.TradeTrackerException of type EXTERNAL when the broker cannot be read
     */
    public static AccountReading of(Broker broker, Instant activityFrom) {
        return new AccountReading(
                broker.orders(), broker.positions(), broker.activitySince(activityFrom), broker.account());
    }

    /** {@return when it was, by the broker's clock} */
    public Instant time() {
        return snapshot.time();
    }
}
