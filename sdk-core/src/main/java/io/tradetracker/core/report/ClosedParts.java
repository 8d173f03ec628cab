package io.tradetracker.core.report;

import io.tradetracker.api.order.PositionSide;
import io.tradetracker.core.report.LotTrips.Part;
import io.tradetracker.core.simulation.FillLog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sums of what was closed together. Used by one thread, for one round trip after the other. */
final class ClosedParts {
    private final FillLog fills;
    private int count;
    private int entryFill;
    private int exitFill;
    private double firstUnits;
    private double units;
    private double entryValue;
    private double exitValue;
    private double gross;
    private double fees;
    private double financing;
    private double invested;

    ClosedParts(FillLog fills) {
        this.fills = fills;
    }

    void add(Part part) {
        if (count == 0) {
            entryFill = part.entryFill();
            firstUnits = part.units();
        }
        count++;
        entryFill = Math.min(entryFill, part.entryFill());
        exitFill = part.exitFill();
        units += part.units();
        entryValue += part.units() * fills.price(part.entryFill());
        exitValue += part.units() * fills.price(part.exitFill());
        gross += part.gross();
        fees += part.fees();
        financing += part.financing();
        invested += part.invested();
    }

    /** {@return whether there are any, and no more than a binary fraction is open besides them} */
    boolean areAll(double open) {
        return count > 0 && open <= LotTrips.NOTHING * firstUnits;
    }

    /** {@return the round trip of all that was added; there is nothing in here after that} */
    RoundTrip takeTrip(@Nullable CandleFinder candles) {
        double entryPrice = count == 1 ? fills.price(entryFill) : entryValue / units;
        double exitPrice = count == 1 ? fills.price(exitFill) : exitValue / units;
        double profit = gross - fees - financing;
        long entryMillis = fills.timeMillis(entryFill);
        long exitMillis = fills.timeMillis(exitFill);
        boolean isLong = fills.signedQuantity(entryFill) > 0;
        Excursion excursion =
                candles == null ? Excursion.UNKNOWN : Excursion.of(candles, entryMillis, exitMillis, exitPrice);
        RoundTrip trip = new RoundTrip(
                fills.instruments().get(fills.instrument(entryFill)).id(),
                isLong ? PositionSide.LONG : PositionSide.SHORT,
                units,
                Instant.ofEpochMilli(entryMillis),
                entryPrice,
                Instant.ofEpochMilli(exitMillis),
                exitPrice,
                profit,
                fees,
                financing,
                100 * profit / Math.abs(invested),
                excursion.adversePercent(isLong, entryPrice),
                excursion.favourablePercent(isLong, entryPrice),
                fills.tag(entryFill),
                fills.reason(exitFill));
        clear();
        return trip;
    }

    private void clear() {
        count = 0;
        units = 0;
        entryValue = 0;
        exitValue = 0;
        gross = 0;
        fees = 0;
        financing = 0;
        invested = 0;
    }
}
