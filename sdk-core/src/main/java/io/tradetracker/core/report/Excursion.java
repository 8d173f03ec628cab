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
    static Excursion of(CandleSeries candles, long entryMillis, long exitMillis, double exitPrice) {
        double high = exitPrice;
        double low = exitPrice;
        for (int i = indexAt(candles, entryMillis); i < candles.size() && candles.timeMillis(i) < exitMillis; i++) {
            high = Math.max(high, candles.high(i));
            low = Math.min(low, candles.low(i));
        }
        return new Excursion(high, low);
    }

    /** {@return the candle in which a moment lies, or the first after it} */
    private static int indexAt(CandleSeries candles, long timeMillis) {
        int low = 0;
        int high = candles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candles.timeMillis(middle) + candles.timeframe().millis() <= timeMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double adversePercent(boolean isLong, double entry) {
        return Math.min(0, 100 * (isLong ? low - entry : entry - high) / Math.abs(entry));
    }

    double favourablePercent(boolean isLong, double entry) {
        return Math.max(0, 100 * (isLong ? high - entry : entry - low) / Math.abs(entry));
    }
}
