package io.tradetracker.api.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a broker can be asked to do. Immutable. */
public sealed interface OrderAction {
    /**
     * Place an order.
     *
     * @param request the order
     */
    record Submit(OrderRequest request) implements OrderAction {}

    /**
     * Give a waiting order other prices or another end.
     *
     * @param order the broker's name for it
     * @param prices all of its new prices: what is null is removed
     * @param expiresAt when it is to end, UTC; null to wait until it is cancelled
     */
    record Amend(
            BrokerOrderId order,
            OrderPrices prices,
            @Nullable Instant expiresAt) implements OrderAction {}

    /**
     * Take a waiting order back.
     *
     * @param order the broker's name for it
     */
    record Cancel(BrokerOrderId order) implements OrderAction {}

    /**
     * Close a position or a part of it, at the market.
     *
     * @param position the broker's name for it
     * @param quantity units above zero; null for all
     */
    record Close(BrokerPositionId position, @Nullable BigDecimal quantity) implements OrderAction {
        /** @throws IllegalArgumentException when the quantity is not above zero */
        public Close {
            if (quantity != null && quantity.signum() <= 0) {
                throw new IllegalArgumentException(
                        "quantity " + quantity.toPlainString() + " must be above zero; null closes all");
            }
            quantity = quantity == null ? null : quantity.stripTrailingZeros();
        }

        /** {@return the action that closes a whole position} */
        public static Close all(BrokerPositionId position) {
            return new Close(position, null);
        }
    }

    /**
     * Set the whole protection of a position.
     *
     * @param position the broker's name for it
     * @param stopLoss price; null removes it
     * @param takeProfit price; null removes it
     */
    record Protect(
            BrokerPositionId position,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit) implements OrderAction {
        /** Strips trailing zeros. */
        public Protect {
            stopLoss = stopLoss == null ? null : stopLoss.stripTrailingZeros();
            takeProfit = takeProfit == null ? null : takeProfit.stripTrailingZeros();
        }
    }
}
