package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Figures of risk and of falls. */
final class RiskFigures {
    private static final double DAY_MILLIS = 86_400_000;

    private RiskFigures() {}

    static void put(
            Map<Statistic, Double> values,
            RunOutcome run,
            DailyReturns returns,
            Drawdowns drawdowns,
            double daysPerYear) {
        putReturns(values, returns, daysPerYear);
        putBenchmark(values, returns, daysPerYear);
        putCandleBenchmark(values, run);
        putDrawdowns(values, run, drawdowns);
        double drawdown = drawdowns.maxPercent();
        values.put(Statistic.CALMAR, Sample.ratio(values.getOrDefault(Statistic.CAGR, Double.NaN), drawdown));
        values.put(
                Statistic.COMPOUND_CALMAR,
                Sample.ratio(values.getOrDefault(Statistic.ANNUAL_RETURN, Double.NaN), drawdown));
    }

    private static void putReturns(Map<Statistic, Double> values, DailyReturns daily, double days) {
        double[] r = daily.account();
        double root = Math.sqrt(days);
        double deviation = Sample.deviation(r);
        double downside = Math.sqrt(Sample.mean(r, value -> Math.min(value, 0) * Math.min(value, 0)));
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

    /** Both series in step; a run of several instruments may have moments without a candle of its own. */
    private static void putCandleBenchmark(Map<Statistic, Double> values, RunOutcome run) {
        CandleSeries candles = run.candles();
        EquityCurve curve = run.curve();
        int steps = candles.size() == curve.size() ? curve.size() - 1 : 0;
        double[] account = new double[steps];
        double[] market = new double[steps];
        for (int i = 0; i < steps; i++) {
            account[i] = Math.log(curve.equity(i + 1) / curve.equity(i));
            market[i] = Math.log(candles.close(i + 1) / candles.close(i));
        }
        double beta = Sample.ratio(Sample.covariance(account, market), Sample.variance(market));
        values.put(Statistic.CANDLE_BETA, beta);
        values.put(
                Statistic.CANDLE_ALPHA, values.getOrDefault(Statistic.RETURN, Double.NaN) - beta * run.holdPercent());
    }

    private static void putDrawdowns(Map<Statistic, Double> values, RunOutcome run, Drawdowns drawdowns) {
        List<Drawdown> all = drawdowns.all();
        values.put(Statistic.MAX_DRAWDOWN, drawdowns.maxPercent());
        values.put(Statistic.MAX_DRAWDOWN_AMOUNT, drawdowns.maxAmount());
        values.put(
                Statistic.AVERAGE_DRAWDOWN,
                all.stream().mapToDouble(Drawdown::depthPercent).average().orElse(0));
        values.put(
                Statistic.LONGEST_DRAWDOWN,
                all.stream().mapToDouble(RiskFigures::days).max().orElse(0));
        values.put(
                Statistic.AVERAGE_DRAWDOWN_LENGTH,
                all.stream().mapToDouble(RiskFigures::days).average().orElse(0));
        values.put(Statistic.ULCER_INDEX, drawdowns.ulcerIndex());
        values.put(Statistic.RECOVERY_FACTOR, Sample.ratio(run.finalEquity() - run.cash(), drawdowns.maxAmount()));
    }

    private static double days(Drawdown drawdown) {
        Duration length = drawdown.length();
        return length.toMillis() / DAY_MILLIS;
    }
}
