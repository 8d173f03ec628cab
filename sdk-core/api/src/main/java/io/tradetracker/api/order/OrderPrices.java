package io.tradetracker.api.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The prices of an order, in the instrument's currency, already on its steps; each may be null. Two are equal when
 * their numbers are, whatever their scale. Immutable; made from {@link #NONE} by changes.
 *
 * @param limitPrice of LIMIT and STOP_LIMIT
 * @param stopPrice of STOP and STOP_LIMIT
 * @param stopLoss price of a protective stop for the position it opens
 * @param takeProfit price at which the position it opens is closed with a profit
 */
public record OrderPrices(
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit) {
    /** No price, as a market order without protection has. */
    public static final OrderPrices NONE = new OrderPrices(null, null, null, null);

    /** Strips trailing zeros, so that equal prices are equal objects. */
    public OrderPrices {
        limitPrice = plain(limitPrice);
        stopPrice = plain(stopPrice);
        stopLoss = plain(stopLoss);
        takeProfit = plain(takeProfit);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal price) {
        return price == null ? null : price.stripTrailingZeros();
    }

    /** {@return a copy with this limit price} */
    public OrderPrices withLimitPrice(@Nullable BigDecimal price) {
        return new OrderPrices(price, stopPrice, stopLoss, takeProfit);
    }

    /** {@return a copy with this stop price} */
    public OrderPrices withStopPrice(@Nullable BigDecimal price) {
        return new OrderPrices(limitPrice, price, stopLoss, takeProfit);
    }

    /** {@return a copy whose position is protected by these prices; null for none} */
    public OrderPrices withProtection(@Nullable BigDecimal newStopLoss, @Nullable BigDecimal newTakeProfit) {
        return new OrderPrices(limitPrice, stopPrice, newStopLoss, newTakeProfit);
    }
}
