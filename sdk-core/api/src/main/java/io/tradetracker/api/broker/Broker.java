package io.tradetracker.api.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trading on one account. Calls block and may be made from any thread.
 *
 * <p>A writing call sends at most one request and never repeats it: whatever is not a clear answer comes back as
 * {@link SubmitOutcome.Unknown}. Reading calls may repeat inside, and throw
 * {@link io.tradetracker.api.error.TradeTrackerException} of type EXTERNAL when the broker cannot be read.
 */
public interface Broker extends AutoCloseable {
    /** {@return what this broker can do} */
    Set<BrokerCapability> capabilities();

    /** Sends an order, once. */
    SubmitOutcome submit(OrderRequest request);

    /** Takes a waiting order back. An order that is already gone counts as done. */
    SubmitOutcome cancel(BrokerOrderId order);

    /**
     * Closes a position or a part of it.
     *
     * @param brokerPositionId the broker's name for the position; one that is already gone counts as done
     * @param quantity units; null for all; a part needs {@link BrokerCapability#PARTIAL_CLOSE}
     */
    SubmitOutcome close(String brokerPositionId, @Nullable BigDecimal quantity);

    /**
     * Sets the whole protection of a position; null removes a price.
     *
     * @param brokerPositionId the broker's name for the position
     * @param stopLoss price, or null for none
     * @param takeProfit price, or null for none
     */
    SubmitOutcome protect(String brokerPositionId, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit);

    /** {@return what became of a request; empty while the broker does not know, which proves nothing} */
    Optional<Confirmation> confirm(BrokerOrderId reference);

    /** {@return balances now} */
    AccountSnapshot account();

    /** {@return open positions now} */
    List<Position> positions();

    /** {@return waiting orders now} */
    List<Order> orders();

    /** {@return the broker's record from a moment on, oldest first; late rows may still be missing} */
    List<Activity> activitySince(Instant from);

    /**
     * Listens to the account. Each change arrives once, in order, on one thread at a time.
     *
     * @return ends the listening when closed
     */
    Subscription events(Consumer<AccountEvent> listener);

    /** Ends the connection; open positions and waiting orders stay at the broker. */
    @Override
    void close();
}
