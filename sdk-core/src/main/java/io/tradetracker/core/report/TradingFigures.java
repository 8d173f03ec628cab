package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** Figures of round trips and costs. */
final class TradingFigures {
    private static final double DAY_MILLIS = 86_400_000;

    private TradingFigures() {}

    static void put(Map<Statistic, Double> values, RunOutcome run, List<RoundTrip> trips) {
        double[] profits = trips.stream().mapToDouble(RoundTrip::profit).toArray();
        double[] returns =
                trips.stream().mapToDouble(trip -> trip.returnPercent() / 100).toArray();
        values.put(Statistic.ROUND_TRIPS, (double) trips.size());
        values.put(
                Statistic.CANDLE_EXPOSURE,
                100.0 * candlesIn(trips, run.candles()) / run.curve().size());
        putProfits(values, profits);
        putReturns(values, returns);
        putLengths(values, trips);
        putCosts(values, run.broker());
        putRun(values, run.broker());
    }

    /** Round trips may overlap; each candle counts once. */
    private static int candlesIn(List<RoundTrip> trips, CandleSeries candles) {
        List<RoundTrip> byEntry = trips.stream()
                .sorted(Comparator.comparing(RoundTrip::entryTime))
                .toList();
        int counted = 0;
        int next = 0;
        for (RoundTrip trip : byEntry) {
            int from = Math.max(indexAt(candles, trip.entryTime()), next);
            int to = indexAt(candles, trip.exitTime());
            counted += Math.max(to - from + 1, 0);
            next = Math.max(next, to + 1);
        }
        return counted;
    }

    /** {@return the last candle that opened at that moment or before; the first when there is none} */
    private static int indexAt(CandleSeries candles, Instant time) {
        long millis = time.toEpochMilli();
        int low = 0;
        int high = candles.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (candles.timeMillis(middle) <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void putProfits(Map<Statistic, Double> values, double[] profits) {
        double[] wins = only(profits, profit -> profit > 0);
        double[] losses = only(profits, profit -> profit < 0);
        double winRate = profits.length == 0 ? Double.NaN : (double) wins.length / profits.length;
        double payoff = Sample.ratio(Sample.mean(wins), -Sample.mean(losses));
        values.put(Statistic.WIN_RATE, 100 * winRate);
        values.put(Statistic.PROFIT_FACTOR, Sample.ratio(sum(wins), -sum(losses)));
        values.put(Statistic.EXPECTANCY, Sample.mean(profits));
        values.put(Statistic.AVERAGE_WIN, Sample.mean(wins));
        values.put(Statistic.AVERAGE_LOSS, Sample.mean(losses));
        values.put(Statistic.PAYOFF_RATIO, payoff);
        values.put(
                Statistic.SQN,
                Sample.ratio(Math.sqrt(profits.length) * Sample.mean(profits), Sample.deviation(profits)));
        values.put(Statistic.KELLY, winRate - (1 - winRate) / payoff);
        values.put(Statistic.LONGEST_WIN_STREAK, streak(profits, profit -> profit > 0));
        values.put(Statistic.LONGEST_LOSS_STREAK, streak(profits, profit -> profit < 0));
    }

    private static void putReturns(Map<Statistic, Double> values, double[] returns) {
        values.put(
                Statistic.RETURN_PROFIT_FACTOR,
                Sample.ratio(sum(only(returns, r -> r > 0)), -sum(only(returns, r -> r < 0))));
        values.put(Statistic.EXPECTANCY_PERCENT, 100 * Sample.mean(returns));
        values.put(Statistic.AVERAGE_TRIP, 100 * Sample.geometricMean(returns));
        values.put(Statistic.BEST_TRIP, 100 * Arrays.stream(returns).max().orElse(Double.NaN));
        values.put(Statistic.WORST_TRIP, 100 * Arrays.stream(returns).min().orElse(Double.NaN));
    }

    private static void putLengths(Map<Statistic, Double> values, List<RoundTrip> trips) {
        double[] days = trips.stream()
                .mapToDouble(trip -> trip.duration().toMillis() / DAY_MILLIS)
                .toArray();
        values.put(Statistic.AVERAGE_TRIP_LENGTH, Sample.mean(days));
        values.put(Statistic.LONGEST_TRIP, Arrays.stream(days).max().orElse(Double.NaN));
        values.put(
                Statistic.AVERAGE_MAE,
                trips.stream().mapToDouble(RoundTrip::maePercent).average().orElse(Double.NaN));
        values.put(
                Statistic.AVERAGE_MFE,
                trips.stream().mapToDouble(RoundTrip::mfePercent).average().orElse(Double.NaN));
    }

    private static void putCosts(Map<Statistic, Double> values, SimulatedBroker broker) {
        FillLog fills = broker.fills();
        double commission = 0;
        for (int i = 0; i < fills.size(); i++) {
            commission += fills.fee(i) * fills.rate(i);
        }
        values.put(Statistic.COMMISSION, commission);
        values.put(Statistic.SPREAD, broker.spreadCost());
        values.put(Statistic.SLIPPAGE, broker.slippageCost());
        values.put(Statistic.FINANCING, broker.financing());
        values.put(Statistic.ALL_COSTS, commission + broker.spreadCost() + broker.slippageCost() + broker.financing());
    }

    private static void putRun(Map<Statistic, Double> values, SimulatedBroker broker) {
        values.put(Statistic.FILLS, (double) broker.fills().size());
        values.put(Statistic.OPEN_QUANTITY, broker.position().quantity());
        values.put(Statistic.REJECTIONS, (double) broker.rejections().size());
        values.put(Statistic.AMBIGUOUS_CANDLES, (double) broker.ambiguousCandles());
        values.put(Statistic.CLOSE_OUTS, (double) broker.closeOuts());
    }

    private static double[] only(double[] values, DoublePredicate which) {
        return Arrays.stream(values).filter(which).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double streak(double[] profits, DoublePredicate which) {
        int longest = 0;
        int now = 0;
        for (double profit : profits) {
            now = which.test(profit) ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }
}
