package io.tradetracker.api.order;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution. Immutable.
 *
 * @param time when, UTC
 * @param instrument what was traded
 * @param side which way
 * @param quantity units, above zero
 * @param price per unit, in the instrument's currency
 * @param fee what it cost besides the price, in the instrument's currency; negative for a rebate
 * @param reason why it happened
 * @param clientOrderId the order it belongs to
 */
public record Fill(
        Instant time,
        InstrumentId instrument,
        OrderSide side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        FillReason reason,
        ClientOrderId clientOrderId) {}
