package io.tradetracker.core.export;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.FillLog;
import java.time.Instant;

/** Closes of the strategy's own instrument, and where it bought and sold. */
final class PriceChart {
    private static final int MOST_MARKS = 1_500;

    private PriceChart() {}

    static String of(BacktestResult result) {
        CandleSeries candles = result.candles().getFirst();
        Plot plot = new Plot(
                220, candles.timeMillis(0), candles.timeMillis(candles.size() - 1), "Price over time, with fills");
        double high = 0;
        for (int i = 0; i < candles.size(); i++) {
            plot.include(candles.close(i));
            high = Math.max(high, Math.abs(candles.close(i)));
        }
        plot.values(high < 1 ? "%.6f" : high < 100 ? "%.2f" : "%,.0f")
                .line("price", candles.size(), candles::timeMillis, candles::close);
        marks(plot, result.fillLog());
        return plot.times().toString();
    }

    private static void marks(Plot plot, FillLog fills) {
        int shown = 0;
        for (int i = Math.max(0, fills.size() - MOST_MARKS); i < fills.size(); i++) {
            if (fills.instrument(i) == 0) {
                mark(plot, fills, i);
                shown++;
            }
        }
        if (shown < fills.size()) {
            plot.append("<text x=\"0\" y=\"12\">the last %d of %d fills</text>", shown, fills.size());
        }
    }

    private static void mark(Plot plot, FillLog fills, int i) {
        boolean bought = fills.signedQuantity(i) > 0;
        double x = plot.x(fills.timeMillis(i));
        double y = plot.y(fills.price(i)) + (bought ? 4 : -4);
        double tip = bought ? -7 : 7;
        plot.append(
                "<path class=\"%s\" d=\"M%.1f %.1f l4 %.1f h-8 Z\"><title>%s %s %s at %s</title></path>",
                bought ? "buy" : "sell",
                x,
                y,
                -tip,
                Html.minute(Instant.ofEpochMilli(fills.timeMillis(i))),
                bought ? "bought" : "sold",
                Numbers.decimal(Math.abs(fills.signedQuantity(i))).toPlainString(),
                Numbers.decimal(fills.price(i)).toPlainString());
    }
}
