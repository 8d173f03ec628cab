package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits at the broker, as the broker reports it. Numbers are equal whatever their scale. Immutable.
 *
 * @param id the broker's name for it
 * @param clientOrderId our name for it; null when the broker keeps none, or somebody else placed it
 * @param instrument what it trades
 * @param side which way
 * @param type how it finds its price
 * @param quantity units not done yet, above zero
 * @param prices at which it trades, and the protection of the position it opens
 * @param expiresAt when it ends, UTC; null when it waits until it is cancelled
 * @param createdAt when the broker took it, by the broker's clock, UTC
 */
public record Order(
        BrokerOrderId id,
        @Nullable ClientOrderId clientOrderId,
        InstrumentId instrument,
        OrderSide side,
        OrderType type,
        BigDecimal quantity,
        OrderPrices prices,
        @Nullable Instant expiresAt,
        Instant createdAt) {
    /** Strips trailing zeros of the quantity. */
    public Order {
        quantity = quantity.stripTrailingZeros();
    }
}
