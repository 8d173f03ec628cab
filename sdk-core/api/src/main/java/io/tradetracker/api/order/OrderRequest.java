package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we want a broker to do, not yet sent. Prices in the instrument's currency, already on its steps. Immutable.
 *
 * @param clientOrderId our name for it
 * @param instrument what to trade
 * @param side which way
 * @param type how it finds its price
 * @param quantity units, above zero
 * @param limitPrice for LIMIT and STOP_LIMIT, else null
 * @param stopPrice for STOP and STOP_LIMIT, else null
 * @param timeInForce how long it waits
 * @param expiresAt for GTD, else null
 * @param stopLoss price of a protective stop for the position it opens, or null
 * @param takeProfit price at which the position it opens is closed with a profit, or null
 * @param reduceOnly whether it may only make a position smaller
 */
public record OrderRequest(
        ClientOrderId clientOrderId,
        InstrumentId instrument,
        OrderSide side,
        OrderType type,
        BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        boolean reduceOnly) {
    /**
     * @throws IllegalArgumentException when the quantity is not above zero, or a price or expiry that the type asks for
     *     is missing
     */
    public OrderRequest {
        require(quantity.signum() > 0, "quantity " + quantity + " must be above zero");
        boolean limited = type.equals(OrderType.LIMIT) || type.equals(OrderType.STOP_LIMIT);
        boolean stopped = type.equals(OrderType.STOP) || type.equals(OrderType.STOP_LIMIT);
        require(!limited || limitPrice != null, type + " order needs a limit price");
        require(!stopped || stopPrice != null, type + " order needs a stop price");
        require(!timeInForce.equals(TimeInForce.GTD) || expiresAt != null, "GTD order needs the moment it expires");
    }

    /** {@return a market order that takes what it gets, without protection} */
    public static OrderRequest market(ClientOrderId id, InstrumentId instrument, OrderSide side, BigDecimal quantity) {
        return new OrderRequest(
                id, instrument, side, OrderType.MARKET, quantity, null, null, TimeInForce.GTC, null, null, null, false);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
