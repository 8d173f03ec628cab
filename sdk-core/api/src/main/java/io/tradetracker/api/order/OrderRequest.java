package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that we want a broker to take, not yet sent. Immutable; made by factories and changes.
 *
 * @param clientOrderId our name for it
 * @param instrument what to trade
 * @param side which way
 * @param type how it finds its price
 * @param quantity units, above zero
 * @param timeInForce how long it waits
 * @param expiresAt for GTD, UTC, else null
 * @param prices at which it trades, and the protection of the position it opens
 * @param reduceOnly whether it may only make a position smaller
 */
public record OrderRequest(
        ClientOrderId clientOrderId,
        InstrumentId instrument,
        OrderSide side,
        OrderType type,
        BigDecimal quantity,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        OrderPrices prices,
        boolean reduceOnly) {
    /**
     * Strips trailing zeros of the quantity, so that equal requests are equal objects.
     *
     * @throws IllegalArgumentException when the quantity is not above zero, or a price or expiry that the type asks for
     *     is missing
     */
    public OrderRequest {
        quantity = quantity.stripTrailingZeros();
        // written plain only when it is refused: a number with a huge exponent would fill the memory
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity " + quantity + " must be above zero");
        }
        boolean limited = type.equals(OrderType.LIMIT) || type.equals(OrderType.STOP_LIMIT);
        boolean stopped = type.equals(OrderType.STOP) || type.equals(OrderType.STOP_LIMIT);
        require(!limited || prices.limitPrice() != null, type + " order needs a limit price");
        require(!stopped || prices.stopPrice() != null, type + " order needs a stop price");
        require(!timeInForce.equals(TimeInForce.GTD) || expiresAt != null, "GTD order needs the moment it expires");
    }

    /** {@return a market order that takes what it gets, without protection} */
    public static OrderRequest market(ClientOrderId id, InstrumentId instrument, OrderSide side, BigDecimal quantity) {
        return new OrderRequest(
                id, instrument, side, OrderType.MARKET, quantity, TimeInForce.GTC, null, OrderPrices.NONE, false);
    }

    /** {@return an order at this price or better that waits until it is cancelled, without protection} */
    public static OrderRequest limit(
            ClientOrderId id, InstrumentId instrument, OrderSide side, BigDecimal quantity, BigDecimal price) {
        OrderPrices prices = OrderPrices.NONE.withLimitPrice(price);
        return new OrderRequest(id, instrument, side, OrderType.LIMIT, quantity, TimeInForce.GTC, null, prices, false);
    }

    /** {@return an order at market once this price is reached, that waits until it is cancelled, without protection} */
    public static OrderRequest stop(
            ClientOrderId id, InstrumentId instrument, OrderSide side, BigDecimal quantity, BigDecimal price) {
        OrderPrices prices = OrderPrices.NONE.withStopPrice(price);
        return new OrderRequest(id, instrument, side, OrderType.STOP, quantity, TimeInForce.GTC, null, prices, false);
    }

    /** {@return a copy whose position is protected by these prices; null for none} */
    public OrderRequest withProtection(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return new OrderRequest(
                clientOrderId,
                instrument,
                side,
                type,
                quantity,
                timeInForce,
                expiresAt,
                prices.withProtection(stopLoss, takeProfit),
                reduceOnly);
    }

    /** {@return a copy that waits until this moment, UTC} */
    public OrderRequest withExpiry(Instant end) {
        return new OrderRequest(
                clientOrderId, instrument, side, type, quantity, TimeInForce.GTD, end, prices, reduceOnly);
    }

    /** {@return a copy that may only make a position smaller} */
    public OrderRequest reducing() {
        return new OrderRequest(clientOrderId, instrument, side, type, quantity, timeInForce, expiresAt, prices, true);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
