package io.tradetracker.core.report;

import java.util.Map;

/** Figures of risk and of falls. */
final class RiskFigures {
    private RiskFigures() {}

    static void put(
            Map<Statistic, Double> values,
            RunOutcome run,
            DailyReturns returns,
            Drawdowns drawdowns,
            double daysPerYear) {
        putReturns(values, returns, daysPerYear);
        putBenchmark(values, returns, daysPerYear);
        putDrawdowns(values, run, drawdowns);
        double drawdown = Sample.highest(drawdowns.percents(), 0);
        values.put(Statistic.CALMAR, Sample.ratio(values.getOrDefault(Statistic.CAGR, Double.NaN), drawdown));
        values.put(
                Statistic.COMPOUND_CALMAR,
                Sample.ratio(values.getOrDefault(Statistic.ANNUAL_RETURN, Double.NaN), drawdown));
    }

    private static void putReturns(Map<Statistic, Double> values, DailyReturns daily, double days) {
        double[] r = daily.account();
        double root = Math.sqrt(days);
        double deviation = Sample.deviation(r);
        double downside = Math.sqrt(Sample.meanSquareBelowZero(r));
        double growth = 1 + daily.growth();
        double compound =
                Math.sqrt(Math.pow(deviation * deviation + growth * growth, days) - Math.pow(growth, 2 * days));
        double annual = values.getOrDefault(Statistic.ANNUAL_RETURN, Double.NaN) / 100;
        values.put(Statistic.VOLATILITY, 100 * deviation * root);
        values.put(Statistic.COMPOUND_VOLATILITY, 100 * compound);
        values.put(Statistic.SHARPE, Sample.ratio(Sample.mean(r) * root, deviation));
        values.put(Statistic.COMPOUND_SHARPE, Sample.ratio(annual, compound));
        values.put(Statistic.SORTINO, Sample.ratio(Sample.mean(r) * root, downside));
        values.put(Statistic.COMPOUND_SORTINO, Sample.ratio(annual, downside * root));
    }

    private static void putBenchmark(Map<Statistic, Double> values, DailyReturns daily, double days) {
        double beta = Sample.ratio(Sample.covariance(daily.account(), daily.market()), Sample.variance(daily.market()));
        values.put(Statistic.BETA, beta);
        values.put(Statistic.ALPHA, 100 * (Sample.mean(daily.account()) - beta * Sample.mean(daily.market())) * days);
    }

    /** Needs the figures of the account. */
    static void putCandleBenchmark(Map<Statistic, Double> values, RunOutcome run) {
        double beta = CandleBeta.of(run.curve(), run.candles());
        values.put(Statistic.CANDLE_BETA, beta);
        values.put(
                Statistic.CANDLE_ALPHA, values.getOrDefault(Statistic.RETURN, Double.NaN) - beta * run.holdPercent());
    }

    private static void putDrawdowns(Map<Statistic, Double> values, RunOutcome run, Drawdowns drawdowns) {
        double amount = Sample.highest(drawdowns.amounts(), 0);
        values.put(Statistic.MAX_DRAWDOWN, Sample.highest(drawdowns.percents(), 0));
        values.put(Statistic.MAX_DRAWDOWN_AMOUNT, amount);
        values.put(Statistic.AVERAGE_DRAWDOWN, drawdowns.percents().getAverage());
        values.put(Statistic.LONGEST_DRAWDOWN, Sample.highest(drawdowns.days(), 0));
        values.put(Statistic.AVERAGE_DRAWDOWN_LENGTH, drawdowns.days().getAverage());
        values.put(Statistic.ULCER_INDEX, drawdowns.ulcerIndex());
        values.put(Statistic.RECOVERY_FACTOR, Sample.ratio(run.finalEquity() - run.cash(), amount));
    }
}
