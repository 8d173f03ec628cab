package io.tradetracker.core.gateway;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.account.AccountTracker;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an intent trades, of those that trade and would trade twice when asked for twice. Immutable.
 *
 * @param position the position of which a part is closed; null for an order
 * @param request the order; null for a part that is closed
 */
record WantedTrade(
        InstrumentId instrument,
        OrderSide side,
        BigDecimal quantity,
        @Nullable BrokerPositionId position,
        @Nullable OrderRequest request) {
    /** {@return what the action trades; empty when it does nothing twice that it does once} */
    static Optional<WantedTrade> of(InstrumentId instrument, OrderAction action, AccountTracker account) {
        return switch (action) {
            case OrderAction.Submit(OrderRequest order) ->
                Optional.of(new WantedTrade(instrument, order.side(), order.quantity(), null, order));
            case OrderAction.Close(BrokerPositionId id, BigDecimal part)
            when part != null ->
                account.find(id)
                        .map(held -> new WantedTrade(
                                instrument, held.side().entrySide().opposite(), part, id, null));
            default -> Optional.empty();
        };
    }

    /** {@return whether the broker's record could not tell the two apart} */
    boolean looksLike(WantedTrade other) {
        return instrument.equals(other.instrument) && side == other.side && quantity.compareTo(other.quantity) == 0;
    }

    BigDecimal signedQuantity() {
        return side == OrderSide.BUY ? quantity : quantity.negate();
    }
}
