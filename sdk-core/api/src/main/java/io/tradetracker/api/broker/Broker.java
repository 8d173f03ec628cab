package io.tradetracker.api.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trading on one account. Calls block and may be made from any thread.
 *
 * <p>There is one call that changes something, and it sends at most one request. Reading calls may repeat inside, and
 * throw {@link io.tradetracker.api.error.TradeTrackerException} of type EXTERNAL when the broker cannot be read; what
 * they return is whole, or they throw.
 */
public interface Broker extends AutoCloseable {
    /** {@return what this broker can do} It does not change. */
    Set<BrokerCapability> capabilities();

    /**
     * {@return how long a request is on its way at most} {@link #send} returns within this time after it asked for its
     * permit, and the broker does nothing of it any later.
     */
    Duration longestRequest();

    /**
     * Asks for one thing, once, and never repeats it. Whatever is not a clear answer comes back as
     * {@link SubmitOutcome.Unknown}; it throws nothing.
     *
     * <p>To cancel an order or close a position that is gone is {@link SubmitOutcome.Refused} with
     * {@link SubmitOutcome.Refused#NOT_FOUND}; what needs a capability that is not declared is refused with
     * {@link SubmitOutcome.Refused#UNSUPPORTED} and not sent.
     *
     * @param action what to do
     * @param permit asked right before the request is written to the network; without it nothing is sent
     */
    SubmitOutcome send(OrderAction action, SendPermit permit);

    /** {@return what became of a request; empty while the broker does not know, which proves nothing} */
    Optional<Confirmation> confirm(BrokerReference reference);

    /** {@return balances now} */
    AccountSnapshot account();

    /** {@return open positions now} */
    List<Position> positions();

    /** {@return waiting orders now} */
    List<Order> orders();

    /** {@return the broker's record from a moment on, oldest first; late rows may still be missing} */
    List<Activity> activitySince(Instant from);

    /**
     * Asks to be woken when something on the account may have changed. It is a hint and no more: a broker that cannot
     * tell never calls, which is what this default does, and nobody relies on it.
     *
     * @param wake called on any thread; returns at once
     * @return ends the calls when closed
     */
    default Subscription onChange(Runnable wake) {
        return () -> {};
    }

    /** Ends the connection; open positions and waiting orders stay at the broker. */
    @Override
    void close();
}
