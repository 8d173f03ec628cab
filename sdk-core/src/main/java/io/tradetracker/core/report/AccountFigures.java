package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.time.Duration;
import java.util.Map;

/** Figures of equity and return. */
final class AccountFigures {
    private static final double YEAR_MILLIS = 365.25 * 86_400_000;

    private AccountFigures() {}

    static void put(
            Map<Statistic, Double> values,
            RunOutcome run,
            DailyReturns returns,
            Drawdowns drawdowns,
            double daysPerYear) {
        CandleSeries candles = run.candles();
        EquityCurve curve = run.curve();
        values.put(Statistic.CASH, run.cash());
        values.put(Statistic.FINAL_EQUITY, run.finalEquity());
        values.put(Statistic.PEAK_EQUITY, drawdowns.highest());
        values.put(Statistic.LOWEST_EQUITY, drawdowns.lowest());
        values.put(Statistic.RETURN, 100 * (run.finalEquity() / run.cash() - 1));
        values.put(Statistic.BUY_AND_HOLD, 100 * (candles.close(candles.size() - 1) / candles.open(0) - 1));
        values.put(Statistic.CANDLE_BUY_AND_HOLD, run.holdPercent());
        values.put(Statistic.CAGR, cagrPercent(run));
        values.put(Statistic.ANNUAL_RETURN, 100 * (Math.pow(1 + returns.growth(), daysPerYear) - 1));
        values.put(Statistic.EXPOSURE, 100.0 * run.candlesInPosition() / curve.size());
        values.put(Statistic.CANDLES, (double) curve.size());
    }

    private static double cagrPercent(RunOutcome run) {
        EquityCurve curve = run.curve();
        double years = Duration.between(curve.time(0), curve.closeTime(curve.size() - 1))
                        .toMillis()
                / YEAR_MILLIS;
        double growth = Math.pow(run.finalEquity() / run.cash(), 1 / years);
        return run.finalEquity() > 0 && Double.isFinite(growth) ? 100 * (growth - 1) : Double.NaN;
    }
}
