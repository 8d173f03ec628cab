package io.tradetracker.indicators.chartpattern;

/**
 * The line of least squares through prices at candles.
 *
 * @param slope price units from one candle to the next
 * @param origin the candle where the line is at {@code level}
 * @param level price units
 * @param misfit how far the price is from it that is farthest
 */
record LineFit(double slope, double origin, double level, double misfit) {
    double at(double candle) {
        return level + slope * (candle - origin);
    }

    /** Fits pivots {@code first}, {@code first + 2} and so on. */
    static LineFit ofPivots(Look look, int first, int many) {
        double meanX = 0;
        double meanY = 0;
        for (int i = first; i < first + 2 * many; i += 2) {
            meanX += (double) look.at(i) / many;
            meanY += look.price(i) / many;
        }
        double products = 0;
        double squares = 0;
        for (int i = first; i < first + 2 * many; i += 2) {
            products += (look.at(i) - meanX) * (look.price(i) - meanY);
            squares += (look.at(i) - meanX) * (look.at(i) - meanX);
        }
        double slope = squares > 0 ? products / squares : 0;
        double misfit = 0;
        for (int i = first; i < first + 2 * many; i += 2) {
            misfit = Math.max(misfit, Math.abs(look.price(i) - meanY - slope * (look.at(i) - meanX)));
        }
        return new LineFit(slope, meanX, meanY, misfit);
    }

    /** Fits the highs, or the lows, of candles. */
    static LineFit ofCandles(Look look, int from, int to, boolean highs) {
        double meanX = (from + to) / 2.0;
        double meanY = 0;
        double products = 0;
        double squares = 0;
        for (int i = from; i <= to; i++) {
            double y = highs ? look.high(i) : look.low(i);
            meanY += y / (to - from + 1);
            products += (i - meanX) * y;
            squares += (i - meanX) * (i - meanX);
        }
        double slope = squares > 0 ? products / squares : 0;
        double misfit = 0;
        for (int i = from; i <= to; i++) {
            double y = highs ? look.high(i) : look.low(i);
            misfit = Math.max(misfit, Math.abs(y - meanY - slope * (i - meanX)));
        }
        return new LineFit(slope, meanX, meanY, misfit);
    }
}
