package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/** Figures of round trips and costs. */
final class TradingFigures {
    private static final double DAY_MILLIS = 86_400_000;

    private TradingFigures() {}

    static void put(Map<Statistic, Double> values, RunOutcome run, List<RoundTrip> trips) {
        double[] profits = new double[trips.size()];
        double[] returns = new double[trips.size()];
        for (int i = 0; i < profits.length; i++) {
            profits[i] = trips.get(i).profit();
            returns[i] = trips.get(i).returnPercent() / 100;
        }
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
        RoundTrip[] byEntry = trips.toArray(RoundTrip[]::new);
        Arrays.sort(byEntry, Comparator.comparing(RoundTrip::entryTime));
        CandleFinder finder = new CandleFinder(candles);
        int counted = 0;
        int next = 0;
        for (RoundTrip trip : byEntry) {
            int from = Math.max(finder.lastAt(trip.entryTime().toEpochMilli()), next);
            int to = Math.max(finder.lastAt(trip.exitTime().toEpochMilli()), 0);
            counted += Math.max(to - from + 1, 0);
            next = Math.max(next, to + 1);
        }
        return counted;
    }

    private static void putProfits(Map<Statistic, Double> values, double[] profits) {
        DoubleSummaryStatistics wins = sizes(profits, 1);
        DoubleSummaryStatistics losses = sizes(profits, -1);
        double winRate = profits.length == 0 ? Double.NaN : (double) wins.getCount() / profits.length;
        double payoff = Sample.ratio(Sample.mean(wins), Sample.mean(losses));
        values.put(Statistic.WIN_RATE, 100 * winRate);
        values.put(Statistic.PROFIT_FACTOR, Sample.ratio(wins.getSum(), losses.getSum()));
        values.put(Statistic.EXPECTANCY, Sample.mean(profits));
        values.put(Statistic.AVERAGE_WIN, Sample.mean(wins));
        values.put(Statistic.AVERAGE_LOSS, -Sample.mean(losses));
        values.put(Statistic.PAYOFF_RATIO, payoff);
        values.put(
                Statistic.SQN,
                Sample.ratio(Math.sqrt(profits.length) * Sample.mean(profits), Sample.deviation(profits)));
        values.put(Statistic.KELLY, winRate - (1 - winRate) / payoff);
        values.put(Statistic.LONGEST_WIN_STREAK, streak(profits, 1));
        values.put(Statistic.LONGEST_LOSS_STREAK, streak(profits, -1));
    }

    private static void putReturns(Map<Statistic, Double> values, double[] returns) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (double each : returns) {
            all.accept(each);
        }
        values.put(
                Statistic.RETURN_PROFIT_FACTOR,
                Sample.ratio(sizes(returns, 1).getSum(), sizes(returns, -1).getSum()));
        values.put(Statistic.EXPECTANCY_PERCENT, 100 * Sample.mean(returns));
        values.put(Statistic.AVERAGE_TRIP, 100 * Sample.geometricMean(returns));
        values.put(Statistic.BEST_TRIP, 100 * Sample.highest(all, Double.NaN));
        values.put(Statistic.WORST_TRIP, 100 * Sample.lowest(all, Double.NaN));
    }

    private static void putLengths(Map<Statistic, Double> values, List<RoundTrip> trips) {
        DoubleSummaryStatistics days = new DoubleSummaryStatistics();
        DoubleSummaryStatistics adverse = new DoubleSummaryStatistics();
        DoubleSummaryStatistics favourable = new DoubleSummaryStatistics();
        for (RoundTrip trip : trips) {
            days.accept(trip.duration().toMillis() / DAY_MILLIS);
            adverse.accept(trip.maePercent());
            favourable.accept(trip.mfePercent());
        }
        values.put(Statistic.AVERAGE_TRIP_LENGTH, Sample.mean(days));
        values.put(Statistic.LONGEST_TRIP, Sample.highest(days, Double.NaN));
        values.put(Statistic.AVERAGE_MAE, Sample.mean(adverse));
        values.put(Statistic.AVERAGE_MFE, Sample.mean(favourable));
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

    /** {@return those of one sign, without it} */
    private static DoubleSummaryStatistics sizes(double[] values, int sign) {
        DoubleSummaryStatistics some = new DoubleSummaryStatistics();
        for (double value : values) {
            if (value * sign > 0) {
                some.accept(value * sign);
            }
        }
        return some;
    }

    private static double streak(double[] profits, int sign) {
        int longest = 0;
        int now = 0;
        for (double profit : profits) {
            now = profit * sign > 0 ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }
}
