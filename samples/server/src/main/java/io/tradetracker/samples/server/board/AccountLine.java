package io.tradetracker.samples.server.board;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money and position at one moment, in the account's currency. Immutable.
 *
 * @param equity cash and the profit or loss of the open position
 * @param profit equity less the starting cash
 * @param profitPercent that, as a share of the starting cash
 * @param today equity less that at the start of the recorded day, UTC; null before the first candle
 * @param startingCash what the account began with
 * @param position the open position; null when flat
 */
public record AccountLine(
        BigDecimal equity,
        BigDecimal profit,
        BigDecimal profitPercent,
        @Nullable BigDecimal today,
        BigDecimal startingCash,
        @Nullable PositionLine position) {
    /**
     * An open position.
     *
     * @param side {@code LONG} or {@code SHORT}
     * @param quantity units, above zero
     * @param averagePrice what a unit cost
     * @param profit at the last price
     */
    public record PositionLine(String side, BigDecimal quantity, BigDecimal averagePrice, BigDecimal profit) {}
}
