package io.tradetracker.core.export;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.EquityCurve;

/** Equity beside buy and hold, and below it how far equity is from its peak. */
final class EquityChart {
    private EquityChart() {}

    static String of(BacktestResult result) {
        EquityCurve curve = result.equity();
        CandleSeries candles = result.candles().getFirst();
        double cash = result.settings().cash();
        double first = candles.open(0);
        Plot plot = plot(curve, 280, "Equity over time");
        for (int i = 0; i < curve.size(); i++) {
            plot.include(curve.equity(i));
        }
        for (int i = 0; i < candles.size(); i++) {
            plot.include(cash * candles.close(i) / first);
        }
        plot.values("%,.0f")
                .line("hold", candles.size(), candles::timeMillis, i -> cash * candles.close(i) / first)
                .line("equity", curve.size(), curve::timeMillis, curve::equity);
        return plot + falls(curve, cash);
    }

    private static String falls(EquityCurve curve, double cash) {
        double[] falls = new double[curve.size()];
        double peak = cash;
        Plot plot = plot(curve, 90, "Fall from the peak over time").include(0);
        for (int i = 0; i < falls.length; i++) {
            peak = Math.max(peak, curve.equity(i));
            falls[i] = 100 * (curve.equity(i) / peak - 1);
            plot.include(falls[i]);
        }
        return plot.values("%.0f %%")
                .area("fall", falls.length, curve::timeMillis, i -> falls[i])
                .times()
                .toString();
    }

    private static Plot plot(EquityCurve curve, double height, String description) {
        return new Plot(height, curve.timeMillis(0), curve.timeMillis(curve.size() - 1), description);
    }
}
