package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open exposure in one instrument, as the broker reports it; there may be several for one instrument. Numbers are equal
 * whatever their scale. Immutable.
 *
 * @param id the broker's name for it
 * @param clientOrderId our name for the order that opened it; null when the broker keeps none, or somebody else placed
 *     it
 * @param order the broker's name for the order that opened it; null when the broker does not say
 * @param instrument what is held
 * @param side which way it gains
 * @param quantity units, above zero
 * @param averagePrice what a unit was opened at, on average
 * @param openedAt when, by the broker's clock, UTC
 * @param stopLoss price of its protective stop, or null
 * @param takeProfit price of its take profit, or null
 */
public record Position(
        BrokerPositionId id,
        @Nullable ClientOrderId clientOrderId,
        @Nullable BrokerOrderId order,
        InstrumentId instrument,
        PositionSide side,
        BigDecimal quantity,
        BigDecimal averagePrice,
        Instant openedAt,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit) {
    /** Strips trailing zeros of the numbers. */
    public Position {
        quantity = quantity.stripTrailingZeros();
        averagePrice = averagePrice.stripTrailingZeros();
        stopLoss = stopLoss == null ? null : stopLoss.stripTrailingZeros();
        takeProfit = takeProfit == null ? null : takeProfit.stripTrailingZeros();
    }

    /** {@return units with the sign of the side: below zero for a short position} */
    public BigDecimal signedQuantity() {
        return side == PositionSide.LONG ? quantity : quantity.negate();
    }
}
