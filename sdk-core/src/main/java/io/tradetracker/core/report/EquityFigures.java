package io.tradetracker.core.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Return and risk of an equity curve. Returns are taken from UTC day to UTC day (the last candle that opened in each
 * day), so that figures of different timeframes can be compared; the first day counts from the starting cash.
 *
 * @param maxDrawdownPercent deepest fall from a peak, of the peak, at candle closes
 * @param volatilityPercent standard deviation of daily returns (n − 1), annualised; NaN with fewer than 3 days
 * @param sharpe mean over standard deviation of daily returns, annualised, risk-free rate 0; NaN with fewer than 3 days
 * @param daysPerYear observed days in a year, the factor of annualisation; NaN with fewer than 3 days
 */
record EquityFigures(double maxDrawdownPercent, double volatilityPercent, double sharpe, double daysPerYear) {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final double DAYS_OF_YEAR = 365.25;

    static EquityFigures of(EquityCurve curve, double cash) {
        double[] days = dailyEquity(curve);
        double drawdown = maxDrawdownPercent(curve, cash);
        if (days.length < 3) {
            return new EquityFigures(drawdown, Double.NaN, Double.NaN, Double.NaN);
        }
        long span = Math.floorDiv(curve.timeMillis(curve.size() - 1), DAY_MILLIS)
                - Math.floorDiv(curve.timeMillis(0), DAY_MILLIS);
        double daysPerYear = (days.length - 1) * DAYS_OF_YEAR / span;
        double before = cash;
        double[] returns = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            returns[i] = days[i] / before - 1;
            before = days[i];
        }
        double mean = Arrays.stream(returns).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
        double deviation = Math.sqrt(squares / (returns.length - 1));
        double root = Math.sqrt(daysPerYear);
        return new EquityFigures(
                drawdown, 100 * deviation * root, deviation == 0 ? Double.NaN : mean / deviation * root, daysPerYear);
    }

    private static double[] dailyEquity(EquityCurve curve) {
        DoubleStream.Builder days = DoubleStream.builder();
        long midnight = midnightAfter(curve.timeMillis(0));
        for (int i = 1; i < curve.size(); i++) {
            if (curve.timeMillis(i) >= midnight) {
                days.add(curve.equity(i - 1));
                midnight = midnightAfter(curve.timeMillis(i));
            }
        }
        return days.add(curve.equity(curve.size() - 1)).build().toArray();
    }

    private static long midnightAfter(long timeMillis) {
        return (Math.floorDiv(timeMillis, DAY_MILLIS) + 1) * DAY_MILLIS;
    }

    private static double maxDrawdownPercent(EquityCurve curve, double cash) {
        double peak = cash;
        double trough = cash;
        double deepest = 0;
        for (int i = 0; i < curve.size(); i++) {
            double equity = curve.equity(i);
            if (equity > peak) {
                peak = equity;
                trough = equity;
            } else if (equity < trough) {
                trough = equity;
                deepest = Math.max(deepest, (peak - trough) / peak);
            }
        }
        return 100 * deepest;
    }
}
