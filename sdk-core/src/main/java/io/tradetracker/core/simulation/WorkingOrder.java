package io.tradetracker.core.simulation;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.OrderView;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits in a simulation.
 *
 * @param tag its name
 * @param entry what it opens; null for an exit at market
 */
record WorkingOrder(String tag, @Nullable Enter entry) {
    boolean expiresWithCandle() {
        return entry != null && entry.timeInForce().equals(TimeInForce.NEXT_CANDLE);
    }

    boolean isMarket() {
        return entry == null || entry.type().equals(OrderType.MARKET);
    }

    OrderView view(OrderSide exitSide) {
        return entry == null
                ? new OrderView(tag, exitSide, OrderType.MARKET, Double.NaN)
                : new OrderView(tag, entry.side(), entry.type(), entry.price());
    }
}
