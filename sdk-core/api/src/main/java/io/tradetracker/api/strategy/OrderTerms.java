package io.tradetracker.api.strategy;

import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order finds its price and how long it waits. Immutable.
 *
 * @param type MARKET, LIMIT, STOP or STOP_LIMIT
 * @param limitPrice for LIMIT and STOP_LIMIT; NaN for others
 * @param stopPrice for STOP and STOP_LIMIT; NaN for others
 * @param timeInForce how long it waits
 * @param goodTill for GTD: the moment from which on it does not fill, UTC; null for others
 */
public record OrderTerms(
        OrderType type,
        double limitPrice,
        double stopPrice,
        TimeInForce timeInForce,
        @Nullable Instant goodTill) {
    /** At market, until cancelled. */
    public static final OrderTerms MARKET =
            new OrderTerms(OrderType.MARKET, Double.NaN, Double.NaN, TimeInForce.GTC, null);

    /** {@return a copy of this type with these prices; NaN for none} */
    public OrderTerms withPrices(OrderType newType, double newLimitPrice, double newStopPrice) {
        return new OrderTerms(newType, newLimitPrice, newStopPrice, timeInForce, goodTill);
    }

    /** {@return a copy that waits this long} */
    public OrderTerms withTimeInForce(TimeInForce newTimeInForce, @Nullable Instant newGoodTill) {
        return new OrderTerms(type, limitPrice, stopPrice, newTimeInForce, newGoodTill);
    }
}
