package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open exposure in one instrument, as the broker reports it. A hedging account may report several. Immutable.
 *
 * @param brokerPositionId the broker's name for it
 * @param instrument what is held
 * @param side which way it gains
 * @param quantity units, above zero
 * @param averagePrice what a unit was opened at, on average
 * @param openedAt when, UTC
 * @param stopLoss price of its protective stop, or null
 * @param takeProfit price of its take profit, or null
 */
public record Position(
        String brokerPositionId,
        InstrumentId instrument,
        PositionSide side,
        BigDecimal quantity,
        BigDecimal averagePrice,
        Instant openedAt,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit) {}
