package io.tradetracker.charts.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSpec;

/** How high a brick or a box is. */
final class BoxHeight {
    private static final double MOST_IN_RANGE = 1_000_000;

    private BoxHeight() {}

    /**
     * {@return the height that was chosen, or the mean true range of the newest candles in view when it is 0; a
     * thousandth of the price where they do not move}
     *
     * @param newest how many candles the mean is of
     * @throws ChartException when the prices in view are more than a million of it high
     */
    static double of(String what, double chosen, int newest, CandleSeries candles, ChartSpec.View view) {
        double height = chosen > 0 ? chosen : meanRange(newest, candles, view);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = view.from(); i < view.to(); i++) {
            low = Math.min(low, candles.low(i));
            high = Math.max(high, candles.high(i));
        }
        if (view.size() > 0 && (high - low) / height > MOST_IN_RANGE) {
            throw new ChartException("a " + what + " of " + height + " is too small for prices from " + low + " to "
                    + high + "; choose a larger one, or 0 for one that fits");
        }
        return height;
    }

    private static double meanRange(int newest, CandleSeries candles, ChartSpec.View view) {
        int from = Math.max(view.from(), view.to() - newest);
        double sum = 0;
        for (int i = from; i < view.to(); i++) {
            double before = i == 0 ? candles.open(i) : candles.close(i - 1);
            sum += Math.max(candles.high(i), before) - Math.min(candles.low(i), before);
        }
        double mean = view.size() == 0 ? 0 : sum / (view.to() - from);
        double price = view.size() == 0 ? 1 : Math.abs(candles.close(view.to() - 1));
        return mean > 0 ? mean : Math.max(price / 1000, Double.MIN_NORMAL);
    }
}
