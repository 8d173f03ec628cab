package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;

/**
 * An order at the market.
 *
 * @param epic the instrument
 * @param direction {@code BUY} or {@code SELL}
 * @param size units
 * @param protection of the position
 */
public record NewPosition(
        String epic,
        String direction,
        BigDecimal size,
        @JsonUnwrapped Protection protection) {}
