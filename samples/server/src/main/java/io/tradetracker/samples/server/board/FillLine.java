package io.tradetracker.samples.server.board;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fill. Immutable.
 *
 * @param time the recorded moment
 * @param side {@code BUY} or {@code SELL}
 * @param quantity units, above zero
 * @param price per unit
 * @param fee what it cost besides
 * @param reason {@code ENTRY}, {@code EXIT}, {@code REVERSE} …
 * @param result what the units that it closed earned, after fees; null when it closed none
 */
public record FillLine(
        Instant time,
        String side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        String reason,
        @Nullable BigDecimal result) {}
