package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits.
 *
 * @param epic the instrument
 * @param direction {@code BUY} or {@code SELL}
 * @param size units
 * @param level price
 * @param type {@code LIMIT} or {@code STOP}
 * @param goodTillDate when it ends, UTC without a zone; null when it waits until it is cancelled
 * @param protection of the position it opens
 */
public record NewOrder(
        String epic,
        String direction,
        BigDecimal size,
        BigDecimal level,
        String type,
        @Nullable String goodTillDate,
        @JsonUnwrapped Protection protection) {}
