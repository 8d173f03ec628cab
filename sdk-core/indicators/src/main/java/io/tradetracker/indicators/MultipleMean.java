package io.tradetracker.indicators;

/**
 * Exponential means of exponential means, weighed against each other so that they lag less.
 *
 * <p>Source: Mulloy, "Smoothing Data with Faster Moving Averages", Technical Analysis of Stocks and Commodities 12
 * (1994).
 */
final class MultipleMean implements Running {
    private final ExponentialMean first;
    private final ExponentialMean second;
    private final ExponentialMean third;
    private final boolean triple;

    private MultipleMean(int period, boolean triple) {
        first = new ExponentialMean(period);
        second = new ExponentialMean(period);
        third = new ExponentialMean(period);
        this.triple = triple;
    }

    /** {@return twice the mean less its own mean} */
    static MultipleMean twofold(int period) {
        return new MultipleMean(period, false);
    }

    /** {@return three times the mean less three times its own mean, and the mean of that} */
    static MultipleMean threefold(int period) {
        return new MultipleMean(period, true);
    }

    @Override
    public double next(double value) {
        double once = first.next(value);
        double twice = second.next(once);
        return triple ? 3 * once - 3 * twice + third.next(twice) : 2 * once - twice;
    }
}
