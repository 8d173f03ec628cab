package io.tradetracker.charts.render;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;

/** How many decimals prices have. */
final class Decimals {
    private static final int LOOKED_AT = 64;
    private static final int MOST = 10;
    private static final int DIGITS = 6;

    private Decimals() {}

    /** {@return as many as the newest closes in view are quoted with; six digits where they are no round numbers} */
    static int ofPrices(ChartSpec spec) {
        CandleSeries candles = spec.candles();
        int decimals = 0;
        for (int i = spec.view().to() - 1;
                i >= spec.view().from() && i >= spec.view().to() - LOOKED_AT;
                i--) {
            decimals = Math.max(decimals, of(candles.close(i)));
        }
        return decimals;
    }

    private static int of(double price) {
        double scaled = Math.abs(price);
        for (int decimals = 0; decimals <= MOST && scaled < 1e12; decimals++) {
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6 * Math.max(1, scaled * 1e-6)) {
                return decimals;
            }
            scaled *= 10;
        }
        int before = (int) Math.floor(Math.log10(Math.max(Math.abs(price), 1e-12))) + 1;
        return Math.clamp(DIGITS - before, 0, 12);
    }
}
