package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;

/**
 * Returns from the last close of one UTC day to that of the next, of an account and of its own instrument. A day
 * without a candle does not exist. Immutable.
 *
 * @param account of the account
 * @param market of the instrument, for the same days; a day on which it had no candle returns 0
 * @param spanDays days from the first to the last
 * @param growth the geometric mean of the account's returns, less 1; the first day counts as one that returned 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record DailyReturns(double[] account, double[] market, long spanDays, double growth) {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final double DAYS_OF_YEAR = 365.25;

    static DailyReturns of(EquityCurve curve, CandleSeries candles) {
        long spanDays = dayOf(curve, curve.size() - 1) - dayOf(curve, 0);
        int most = (int) Math.min(curve.size(), spanDays + 1);
        double[] account = new double[most];
        double[] market = new double[most];
        CandleFinder finder = new CandleFinder(candles);
        int days = 0;
        for (int next = 0; next < curve.size(); next++) {
            next = lastOfDay(curve, next);
            int candle = finder.lastAt(curve.timeMillis(next));
            account[days] = curve.equity(next);
            market[days++] = candle < 0 ? candles.open(0) : candles.close(candle);
        }
        double[] returns = returns(account, days);
        double growth = Sample.geometricMean(returns, returns.length == 0 ? 0 : returns.length + 1);
        return new DailyReturns(returns, returns(market, days), spanDays, growth);
    }

    private static long dayOf(EquityCurve curve, int i) {
        return Math.floorDiv(curve.timeMillis(i), DAY_MILLIS);
    }

    private static int lastOfDay(EquityCurve curve, int i) {
        return curve.lastBefore((dayOf(curve, i) + 1) * DAY_MILLIS, i);
    }

    /** From where an account is worth nothing, returns mean nothing. */
    private static double[] returns(double[] values, int days) {
        double[] returns = new double[Math.max(0, days - 1)];
        for (int i = 1; i < days; i++) {
            returns[i - 1] = values[i - 1] > 0 ? values[i] / values[i - 1] - 1 : Double.NaN;
        }
        return returns;
    }

    int count() {
        return account.length;
    }

    /** {@return the observed number of days in a year; NaN with fewer than two returns} */
    double observedDaysPerYear() {
        return count() < 2 ? Double.NaN : count() * DAYS_OF_YEAR / spanDays;
    }
}
