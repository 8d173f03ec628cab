package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;

/**
 * Returns from the last close of one UTC day to that of the next, of an account and of its own instrument. A day
 * without a candle does not exist. Immutable.
 *
 * @param account of the account
 * @param market of the instrument, for the same days; a day on which it had no candle returns 0
 * @param spanDays days from the first to the last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record DailyReturns(double[] account, double[] market, long spanDays) {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final double DAYS_OF_YEAR = 365.25;

    static DailyReturns of(EquityCurve curve, CandleSeries candles) {
        double[] account = new double[16];
        double[] market = new double[16];
        int days = 0;
        int candle = 0;
        double close = candles.open(0);
        for (int i = 0; i < curve.size(); i++) {
            while (candle < candles.size() && candles.timeMillis(candle) <= curve.timeMillis(i)) {
                close = candles.close(candle++);
            }
            if (i + 1 == curve.size() || dayOf(curve, i + 1) > dayOf(curve, i)) {
                if (days == account.length) {
                    account = Arrays.copyOf(account, days * 2);
                    market = Arrays.copyOf(market, days * 2);
                }
                account[days] = curve.equity(i);
                market[days++] = close;
            }
        }
        return new DailyReturns(
                returns(account, days), returns(market, days), dayOf(curve, curve.size() - 1) - dayOf(curve, 0));
    }

    private static long dayOf(EquityCurve curve, int i) {
        return Math.floorDiv(curve.timeMillis(i), DAY_MILLIS);
    }

    /** From where an account is worth nothing, returns mean nothing. */
    private static double[] returns(double[] values, int days) {
        double[] returns = new double[Math.max(0, days - 1)];
        for (int i = 1; i < days; i++) {
            returns[i - 1] = values[i - 1] > 0 ? values[i] / values[i - 1] - 1 : Double.NaN;
        }
        return returns;
    }

    /** {@return the geometric mean of the account's returns, less 1; the first day counts as one that returned 0} */
    double growth() {
        return Sample.geometricMean(account, account.length == 0 ? 0 : account.length + 1);
    }

    int count() {
        return account.length;
    }

    /** {@return the observed number of days in a year; NaN with fewer than two returns} */
    double observedDaysPerYear() {
        return count() < 2 ? Double.NaN : count() * DAYS_OF_YEAR / spanDays;
    }
}
