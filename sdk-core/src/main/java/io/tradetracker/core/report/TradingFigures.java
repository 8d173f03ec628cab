package io.tradetracker.core.report;

import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/** Figures of round trips and costs. */
final class TradingFigures {
    private TradingFigures() {}

    static void put(Map<Statistic, Double> values, RunOutcome run, List<RoundTrip> trips) {
        TripTotals totals = new TripTotals(trips);
        values.put(Statistic.ROUND_TRIPS, (double) trips.size());
        putProfits(values, totals);
        putReturns(values, totals);
        putLengths(values, totals);
        putCosts(values, run.broker());
        putRun(values, run.broker());
    }

    static void putCandleExposure(Map<Statistic, Double> values, RunOutcome run, List<RoundTrip> trips) {
        values.put(
                Statistic.CANDLE_EXPOSURE,
                100.0 * CandlesIn.count(trips, run.candles()) / run.curve().size());
    }

    private static void putProfits(Map<Statistic, Double> values, TripTotals totals) {
        double[] profits = totals.profits;
        DoubleSummaryStatistics wins = totals.wins;
        DoubleSummaryStatistics losses = totals.losses;
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

    private static void putReturns(Map<Statistic, Double> values, TripTotals totals) {
        double[] returns = totals.returns;
        values.put(Statistic.RETURN_PROFIT_FACTOR, Sample.ratio(totals.gains.getSum(), totals.falls.getSum()));
        values.put(Statistic.EXPECTANCY_PERCENT, 100 * Sample.mean(returns));
        values.put(Statistic.AVERAGE_TRIP, 100 * Sample.geometricMean(returns));
        values.put(Statistic.BEST_TRIP, 100 * totals.best());
        values.put(Statistic.WORST_TRIP, 100 * totals.worst());
    }

    private static void putLengths(Map<Statistic, Double> values, TripTotals totals) {
        values.put(Statistic.AVERAGE_TRIP_LENGTH, Sample.mean(totals.days));
        values.put(Statistic.LONGEST_TRIP, Sample.highest(totals.days, Double.NaN));
        values.put(Statistic.AVERAGE_MAE, Sample.mean(totals.adverse));
        values.put(Statistic.AVERAGE_MFE, Sample.mean(totals.favourable));
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
