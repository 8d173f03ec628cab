package io.tradetracker.samples.server.bot;

import io.tradetracker.api.order.Fill;
import io.tradetracker.samples.server.board.AccountLine;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** How well a bot did so far: round trips, and how far equity fell below its highest. Used by one thread at a time. */
final class TrackRecord {
    private final RoundTrips trips = new RoundTrips();
    private double highest;
    private double worstFall;

    TrackRecord(double startingCash) {
        highest = startingCash;
    }

    /** {@return what the fill earned by closing; empty when it closes nothing} */
    OptionalDouble add(Fill fill) {
        return trips.add(fill);
    }

    void equity(double equity) {
        highest = Math.max(highest, equity);
        worstFall = Math.max(worstFall, 100 * (highest - equity) / highest);
    }

    AccountLine.TrackLine line() {
        BigDecimal wins = trips.count() == 0 ? null : Money.of(100.0 * trips.wins() / trips.count());
        return new AccountLine.TrackLine(Money.known(worstFall), trips.count(), trips.wins(), wins);
    }
}
