package io.tradetracker.broker.capital.rest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Stop loss and take profit to set. One of level, distance and amount for each; what is null is not set, and is taken
 * away from what had it.
 *
 * @param guaranteedStop whether the stop is guaranteed, which costs a fee
 * @param trailingStop whether the stop follows the price by its distance
 * @param stopLevel price
 * @param stopDistance from the price now
 * @param stopAmount loss in money
 * @param profitLevel price
 * @param profitDistance from the price now
 * @param profitAmount gain in money
 */
public record Protection(
        boolean guaranteedStop,
        boolean trailingStop,
        @Nullable BigDecimal stopLevel,
        @Nullable BigDecimal stopDistance,
        @Nullable BigDecimal stopAmount,
        @Nullable BigDecimal profitLevel,
        @Nullable BigDecimal profitDistance,
        @Nullable BigDecimal profitAmount) {
    /** No stop and no target. */
    public static final Protection NONE = levels(null, null);

    /** @throws IllegalArgumentException when the service would refuse the combination */
    public Protection {
        if (guaranteedStop && trailingStop) {
            throw new IllegalArgumentException("a stop cannot be both guaranteed and trailing: choose one");
        }
        if (trailingStop && stopDistance == null) {
            throw new IllegalArgumentException("a trailing stop needs its distance");
        }
        if (guaranteedStop && stopLevel == null && stopDistance == null && stopAmount == null) {
            throw new IllegalArgumentException("a guaranteed stop needs a level, a distance or an amount");
        }
    }

    /** {@return stop and target at prices; null for none} */
    public static Protection levels(@Nullable BigDecimal stop, @Nullable BigDecimal profit) {
        return new Protection(false, false, stop, null, null, profit, null, null);
    }

    /** {@return a stop that follows the price by that distance, and a target; null for none} */
    public static Protection trailing(BigDecimal distance, @Nullable BigDecimal profit) {
        return new Protection(false, true, null, distance, null, profit, null, null);
    }

    /** {@return a guaranteed stop, and a target; null for none} */
    public static Protection guaranteed(BigDecimal stop, @Nullable BigDecimal profit) {
        return new Protection(true, false, stop, null, null, profit, null, null);
    }
}
