package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;

/**
 * The highest and lowest price while a position was open: of every candle from that of the entry up to that of the
 * exit, of which only the exit's own price counts. Immutable.
 *
 * @param high highest
 * @param low lowest
 */
record Excursion(double high, double low) {
    static final Excursion UNKNOWN = new Excursion(Double.NaN, Double.NaN);

    static Excursion of(CandleFinder finder, long entryMillis, long exitMillis, double exitPrice) {
        CandleSeries candles = finder.candles();
        double high = exitPrice;
        double low = exitPrice;
        int from = finder.firstClosingAfter(entryMillis);
        int exit = finder.lastAt(exitMillis - 1);
        for (int i = from; i <= exit; i++) {
            double itsHigh = candles.high(i);
            double itsLow = candles.low(i);
            high = itsHigh > high ? itsHigh : high;
            low = itsLow < low ? itsLow : low;
        }
        return new Excursion(high, low);
    }

    double adversePercent(boolean isLong, double entry) {
        return Math.min(0, 100 * (isLong ? low - entry : entry - high) / Math.abs(entry));
    }

    double favourablePercent(boolean isLong, double entry) {
        return Math.max(0, 100 * (isLong ? high - entry : entry - low) / Math.abs(entry));
    }
}
