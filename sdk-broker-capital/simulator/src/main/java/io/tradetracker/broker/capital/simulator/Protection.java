package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices that close a position by themselves.
 *
 * @param stop stop level, or null
 * @param profit profit level, or null
 * @param guaranteed whether the stop is filled at its level
 * @param trailing how far the stop follows behind the price, or null when it stands
 */
record Protection(
        @Nullable BigDecimal stop,
        @Nullable BigDecimal profit,
        boolean guaranteed,
        @Nullable BigDecimal trailing) {
    static Protection none() {
        return new Protection(null, null, false, null);
    }

    boolean isEmpty() {
        return stop == null && profit == null;
    }

    Protection withStop(BigDecimal other) {
        return new Protection(other, profit, guaranteed, trailing);
    }

    /** {@return the stop after the price came to {@code price}; a trailing one only ever follows} */
    Protection following(Direction direction, BigDecimal price) {
        if (trailing == null || stop == null) {
            return this;
        }
        if (direction == Direction.BUY) {
            return withStop(stop.max(price.subtract(trailing)));
        }
        return withStop(stop.min(price.add(trailing)));
    }
}
