package io.tradetracker.core.report;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.PositionSide;
import java.time.Duration;
import java.time.Instant;

/**
 * A position, or a part of one, from entry to exit. Immutable.
 *
 * @param instrument of what
 * @param side which way it gained
 * @param quantity units entered, in all
 * @param entryTime first entry, UTC
 * @param entryPrice average price of entries
 * @param exitTime last exit, UTC
 * @param exitPrice average price of exits
 * @param profit what it made after fees and financing, in the account's currency
 * @param fees commission of its fills, in the account's currency
 * @param financing cost of holding it over night, in the account's currency
 * @param returnPercent profit as a share of what was entered, in percent
 * @param maePercent how far the price went against it at worst, in percent of the entry price, zero or below
 * @param mfePercent how far the price went its way at best, in percent of the entry price, zero or above
 * @param entryTag name of the order that opened it
 * @param exitReason why the last exit happened
 */
public record RoundTrip(
        InstrumentId instrument,
        PositionSide side,
        double quantity,
        Instant entryTime,
        double entryPrice,
        Instant exitTime,
        double exitPrice,
        double profit,
        double fees,
        double financing,
        double returnPercent,
        double maePercent,
        double mfePercent,
        String entryTag,
        FillReason exitReason) {
    /** {@return how long it was open} */
    public Duration duration() {
        return Duration.between(entryTime, exitTime);
    }
}
