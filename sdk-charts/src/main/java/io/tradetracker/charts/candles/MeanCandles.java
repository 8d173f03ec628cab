package io.tradetracker.charts.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;

/**
 * Heikin-Ashi candles (Valcu, "Using the Heikin-Ashi technique", 2004): the close is the mean of open, high, low and
 * close, the open that of the open and close before, high and low are widened to hold both. They are computed from the
 * first candle of the series on, also from those before the view: what came before weighs half with each candle.
 */
final class MeanCandles {
    private MeanCandles() {}

    static BarRows of(CandleSeries candles, ChartSpec.View view) {
        BarRows rows = new BarRows(view.size());
        double open = Double.NaN;
        double close = Double.NaN;
        for (int i = 0; i < view.to(); i++) {
            open = i == 0 ? (candles.open(0) + candles.close(0)) / 2 : (open + close) / 2;
            close = (candles.open(i) + candles.high(i) + candles.low(i) + candles.close(i)) / 4;
            if (i >= view.from()) {
                rows.add(candles.timeMillis(i), i, i);
                double high = Math.max(candles.high(i), Math.max(open, close));
                double low = Math.min(candles.low(i), Math.min(open, close));
                rows.prices(open, high, low, close, candles.volume(i));
            }
        }
        return rows;
    }
}
