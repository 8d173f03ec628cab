package io.tradetracker.core.report;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.PositionSide;
import java.time.Instant;

/**
 * A position from flat to flat; a reversal ends one and begins the next. Immutable.
 *
 * @param side which way it gained
 * @param quantity units entered, in all
 * @param entryTime first entry, UTC
 * @param entryPrice average price of entries
 * @param exitTime last exit, UTC
 * @param exitPrice average price of exits
 * @param profit what it made after fees, in the instrument's currency
 * @param fees commission of its fills
 * @param exitReason why the last exit happened
 */
public record RoundTrip(
        PositionSide side,
        double quantity,
        Instant entryTime,
        double entryPrice,
        Instant exitTime,
        double exitPrice,
        double profit,
        double fees,
        FillReason exitReason) {
    /** {@return the profit as a share of what was entered, in percent} */
    public double returnPercent() {
        return 100 * profit / (quantity * entryPrice);
    }
}
