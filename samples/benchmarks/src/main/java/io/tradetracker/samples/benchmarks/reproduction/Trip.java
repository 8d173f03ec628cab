package io.tradetracker.samples.benchmarks.reproduction;

import io.tradetracker.core.report.RoundTrip;
import java.time.Instant;

/** What engines must agree on in a round trip. */
record Trip(Instant entry, Instant exit, String side, double entryPrice, double exitPrice) {
    // engines add and multiply in another order
    private static final double TOLERANCE = 1e-9;

    static Trip of(RoundTrip trip) {
        return new Trip(trip.entryTime(), trip.exitTime(), trip.side().toString(), trip.entryPrice(), trip.exitPrice());
    }

    boolean agreesWith(Trip other) {
        return entry.equals(other.entry)
                && exit.equals(other.exit)
                && side.equals(other.side)
                && isNear(entryPrice, other.entryPrice)
                && isNear(exitPrice, other.exitPrice);
    }

    private static boolean isNear(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
    }
}
