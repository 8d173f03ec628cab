package io.tradetracker.api.strategy;

import io.tradetracker.api.order.OrderSide;
import java.time.Instant;

/**
 * A part of a position: what one entry opened and nothing has closed yet. Immutable.
 *
 * @param tag the entry's name
 * @param side BUY when it gains as the price rises, SELL when it gains as the price falls
 * @param quantity units, above zero
 * @param price what a unit was opened at
 * @param openedAt when, UTC
 * @param stopLoss price of its protective stop now; NaN when there is none
 * @param takeProfit price of its take profit; NaN when there is none
 */
public record LotView(
        String tag,
        OrderSide side,
        double quantity,
        double price,
        Instant openedAt,
        double stopLoss,
        double takeProfit) {}
