package io.tradetracker.indicators;

/**
 * Gains less losses in percent of their sum, both smoothed as Wilder does; 0 when nothing moves.
 *
 * <p>Source: Chande and Kroll, The New Technical Trader (1994); smoothed as in TA-Lib.
 */
final class ChandeMomentum implements Running {
    private final WilderMean gains;
    private final WilderMean losses;
    private double before = Double.NaN;

    ChandeMomentum(int period) {
        gains = new WilderMean(period);
        losses = new WilderMean(period);
    }

    @Override
    public double next(double value) {
        double change = value - before;
        before = value;
        double gain = gains.next(Math.max(change, 0));
        double loss = losses.next(Math.max(-change, 0));
        return gain + loss == 0 ? 0 : 100 * (gain - loss) / (gain + loss);
    }
}
