package io.tradetracker.api.strategy;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import java.time.Instant;

/**
 * An execution as a strategy sees it. Immutable.
 *
 * @param instrument of what
 * @param time when, UTC
 * @param side which way
 * @param quantity units, above zero
 * @param price per unit, in the instrument's currency
 * @param fee what it cost besides the price
 * @param reason why it happened
 * @param tag the order's name
 */
public record FillView(
        InstrumentId instrument,
        Instant time,
        OrderSide side,
        double quantity,
        double price,
        double fee,
        FillReason reason,
        String tag) {}
