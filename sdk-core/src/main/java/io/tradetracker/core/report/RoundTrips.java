package io.tradetracker.core.report;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.core.simulation.FillLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pairs the fills of a netting account into round trips. */
public final class RoundTrips {
    private final List<RoundTrip> done = new ArrayList<>();
    private double position;
    private double entered;
    private double entryValue;
    private double exitValue;
    private double fees;
    private long entryTime;

    private RoundTrips() {}

    /** {@return the closed round trips of these fills, oldest first; an open position makes none} */
    public static List<RoundTrip> of(FillLog fills) {
        RoundTrips trips = new RoundTrips();
        for (int i = 0; i < fills.size(); i++) {
            trips.add(fills, i);
        }
        return List.copyOf(trips.done);
    }

    private void add(FillLog fills, int i) {
        double quantity = fills.signedQuantity(i);
        double closing = position * quantity < 0 ? Math.min(Math.abs(position), Math.abs(quantity)) : 0;
        double opening = Math.abs(quantity) - closing;
        double feePerUnit = fills.fee(i) / Math.abs(quantity);
        if (closing > 0) {
            exit(closing, fills.price(i), feePerUnit, fills.timeMillis(i), fills.reason(i));
        }
        if (opening > 0) {
            enter(Math.signum(quantity) * opening, fills.price(i), feePerUnit, fills.timeMillis(i));
        }
    }

    private void enter(double signedUnits, double price, double feePerUnit, long timeMillis) {
        if (position == 0) {
            entered = 0;
            entryValue = 0;
            exitValue = 0;
            fees = 0;
            entryTime = timeMillis;
        }
        double units = Math.abs(signedUnits);
        position += signedUnits;
        entered += units;
        entryValue += units * price;
        fees += units * feePerUnit;
    }

    private void exit(double units, double price, double feePerUnit, long timeMillis, FillReason reason) {
        int direction = position > 0 ? 1 : -1;
        exitValue += units * price;
        fees += units * feePerUnit;
        position -= direction * units;
        if (position == 0) {
            double profit = direction * (exitValue - entryValue) - fees;
            done.add(new RoundTrip(
                    direction > 0 ? PositionSide.LONG : PositionSide.SHORT,
                    entered,
                    Instant.ofEpochMilli(entryTime),
                    entryValue / entered,
                    Instant.ofEpochMilli(timeMillis),
                    exitValue / entered,
                    profit,
                    fees,
                    reason));
        }
    }
}
