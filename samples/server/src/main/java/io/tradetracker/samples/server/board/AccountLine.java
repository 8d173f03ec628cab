package io.tradetracker.samples.server.board;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money and position at one moment, in the account's currency. A bot in error may not know its numbers; then they are
 * null. Immutable.
 *
 * @param time the recorded moment; null before the first candle
 * @param equity cash and the profit or loss of the open position; null when unknown
 * @param profit equity less the starting cash; null when unknown
 * @param profitPercent that, as a share of the starting cash; null when unknown
 * @param today equity less that at the start of the recorded day, UTC; null when unknown and before the first candle
 * @param startingCash what the account began with
 * @param position the open position; null when flat and when unknown
 * @param track how well it did so far
 */
public record AccountLine(
        @Nullable Instant time,
        @Nullable BigDecimal equity,
        @Nullable BigDecimal profit,
        @Nullable BigDecimal profitPercent,
        @Nullable BigDecimal today,
        BigDecimal startingCash,
        @Nullable PositionLine position,
        TrackLine track) {
    /**
     * An open position.
     *
     * @param side {@code LONG} or {@code SHORT}
     * @param quantity units, above zero
     * @param averagePrice what a unit cost
     * @param profit at the last price; null when unknown
     * @param stopLoss price of its protective stop; null when it has none
     * @param takeProfit price of its take profit; null when it has none
     */
    public record PositionLine(
            String side,
            BigDecimal quantity,
            BigDecimal averagePrice,
            @Nullable BigDecimal profit,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit) {}

    /**
     * What was earned, from the whole record.
     *
     * @param worstFallPercent the deepest fall of equity below its highest before, as a share of that
     * @param roundTrips positions opened and closed again
     * @param wins those that earned money after fees
     * @param winPercent their share; null before the first round trip
     */
    public record TrackLine(
            BigDecimal worstFallPercent,
            int roundTrips,
            int wins,
            @Nullable BigDecimal winPercent) {}
}
