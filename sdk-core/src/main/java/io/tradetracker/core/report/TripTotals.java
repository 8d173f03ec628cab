package io.tradetracker.core.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Round trips in columns, with their sums; all taken in one pass. Used by one thread. */
final class TripTotals {
    private static final double DAY_MILLIS = 86_400_000;

    final double[] profits;
    /** 0.01 for one percent. */
    final double[] returns;
    /** Sizes of profits above and below zero. */
    final DoubleSummaryStatistics wins = new DoubleSummaryStatistics();

    final DoubleSummaryStatistics losses = new DoubleSummaryStatistics();
    /** Sizes of returns above and below zero. */
    final DoubleSummaryStatistics gains = new DoubleSummaryStatistics();

    final DoubleSummaryStatistics falls = new DoubleSummaryStatistics();
    final DoubleSummaryStatistics days = new DoubleSummaryStatistics();
    final DoubleSummaryStatistics adverse = new DoubleSummaryStatistics();
    final DoubleSummaryStatistics favourable = new DoubleSummaryStatistics();

    TripTotals(List<RoundTrip> trips) {
        profits = new double[trips.size()];
        returns = new double[trips.size()];
        for (int i = 0; i < profits.length; i++) {
            add(i, trips.get(i));
        }
    }

    private void add(int i, RoundTrip trip) {
        profits[i] = trip.profit();
        returns[i] = trip.returnPercent() / 100;
        add(profits[i], wins, losses);
        add(returns[i], gains, falls);
        days.accept((trip.exitTime().toEpochMilli() - trip.entryTime().toEpochMilli()) / DAY_MILLIS);
        adverse.accept(trip.maePercent());
        favourable.accept(trip.mfePercent());
    }

    private static void add(double value, DoubleSummaryStatistics above, DoubleSummaryStatistics below) {
        if (value > 0) {
            above.accept(value);
        } else if (value < 0) {
            below.accept(-value);
        }
    }

    double best() {
        return Arrays.stream(returns).max().orElse(Double.NaN);
    }

    double worst() {
        return Arrays.stream(returns).min().orElse(Double.NaN);
    }
}
