package io.tradetracker.api.broker;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderSide;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a broker's own record of what happened. Rows may arrive minutes late, and one that came without side,
 * quantity or price may come with them later, under the same id. Immutable.
 *
 * @param id tells rows apart: the same row has the same id each time it is read
 * @param time when it happened, by the broker's clock, UTC
 * @param kind what it tells
 * @param source who caused it
 * @param instrument what it was about
 * @param side which way was traded, so SELL when a long position is closed; null when the broker does not say
 * @param quantity units; null when the broker does not say
 * @param price per unit; null when the broker does not say
 * @param position the broker's name of the position it was about; null when the broker does not say
 * @param order the broker's name of the order it was about; null when the broker does not say
 * @param clientOrderId our name for the order; null when the broker keeps none, or somebody else placed it
 */
public record Activity(
        String id,
        Instant time,
        ActivityKind kind,
        ActivitySource source,
        InstrumentId instrument,
        @Nullable OrderSide side,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BrokerPositionId position,
        @Nullable BrokerOrderId order,
        @Nullable ClientOrderId clientOrderId) {
    /** Strips trailing zeros of the numbers. */
    public Activity {
        quantity = quantity == null ? null : quantity.stripTrailingZeros();
        price = price == null ? null : price.stripTrailingZeros();
    }

    /** {@return units with the sign of the side; zero when the broker does not say} */
    public BigDecimal signedQuantity() {
        if (side == null || quantity == null) {
            return BigDecimal.ZERO;
        }
        return side == OrderSide.BUY ? quantity : quantity.negate();
    }
}
