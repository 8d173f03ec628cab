package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The whole new state of an order that waits.
 *
 * @param level price
 * @param goodTillDate when it ends, UTC without a zone; null when it waits until it is cancelled
 * @param protection of the position it opens
 */
public record OrderChange(
        BigDecimal level,
        @Nullable String goodTillDate,
        @JsonUnwrapped Protection protection) {}
