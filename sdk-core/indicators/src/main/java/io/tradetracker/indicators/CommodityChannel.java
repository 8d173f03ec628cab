package io.tradetracker.indicators;

/**
 * How far a number is from the mean of the last ones, in units of 0.015 mean deviations; 0 when nothing deviates. It
 * looks at each of them for every value.
 *
 * <p>Source: Lambert, "Commodity Channel Index", Commodities (1980).
 */
final class CommodityChannel implements Running {
    private static final double UNIT = 0.015;

    private final WindowMean mean;
    private final double[] ring;
    private int next;

    CommodityChannel(int period) {
        mean = new WindowMean(period);
        ring = new double[period];
    }

    @Override
    public double next(double value) {
        double middle = mean.next(value);
        if (Double.isNaN(value)) {
            next = 0;
            return Double.NaN;
        }
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (Double.isNaN(middle)) {
            return Double.NaN;
        }
        double deviations = 0;
        for (double each : ring) {
            deviations += Math.abs(each - middle);
        }
        return deviations == 0 ? 0 : (value - middle) / (UNIT * deviations / ring.length);
    }
}
