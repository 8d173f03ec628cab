package io.tradetracker.api.broker;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a broker's own record of what happened. Rows may arrive minutes late. Immutable.
 *
 * @param id the broker's name for the row or deal
 * @param time when it happened, by the broker's clock, UTC
 * @param kind the broker's word, such as {@code POSITION} or {@code WORKING_ORDER}
 * @param instrument what it was about
 * @param side which way; null when the broker does not say
 * @param quantity units; null when the broker does not say
 * @param price per unit; null when the broker does not say
 * @param source who caused it, such as {@code USER} or {@code CLOSE_OUT}
 */
public record Activity(
        String id,
        Instant time,
        String kind,
        InstrumentId instrument,
        @Nullable OrderSide side,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        String source) {}
