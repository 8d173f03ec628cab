package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;

/** Holds every lane to the round trips of our backtest. */
final class Parity {
    private Parity() {}

    /**
     * {@return the round trips of the rules over these candles}
     *
     * @throws IllegalStateException when a lane has others, or when there are none
     */
    static List<RoundTripKey> check(CandleSeries candles, TradingRules rules) {
        List<RoundTripKey> ours = Lane.BACKTEST.over(candles).run(rules).roundTrips();
        if (ours.isEmpty()) {
            throw new IllegalStateException(rules + " makes no round trip in " + candles);
        }
        for (Lane lane : Lane.values()) {
            List<RoundTripKey> theirs = lane.over(candles).run(rules).roundTrips();
            if (lane.tradesAlike()) {
                requireEqual(lane, rules, theirs, ours);
            }
        }
        return ours;
    }

    /** {@return the sum of the profits; exact, as each is a multiple of 1/32} */
    static double profit(List<RoundTripKey> trips) {
        return trips.stream().mapToDouble(RoundTripKey::profit).sum();
    }

    static void requireEqual(Lane lane, TradingRules rules, List<RoundTripKey> theirs, List<RoundTripKey> ours) {
        if (!theirs.equals(ours)) {
            int first = 0;
            while (first < Math.min(theirs.size(), ours.size())
                    && theirs.get(first).equals(ours.get(first))) {
                first++;
            }
            throw new IllegalStateException(rules + ": " + lane + " makes " + theirs.size()
                    + " round trips, our backtest " + ours.size() + "; the first that differs is number " + (first + 1)
                    + ": " + at(theirs, first) + ", ours " + at(ours, first));
        }
    }

    private static String at(List<RoundTripKey> trips, int i) {
        return i < trips.size() ? trips.get(i).toString() : "none";
    }
}
