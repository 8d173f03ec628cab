package io.tradetracker.indicators;

/** Where a number is between its Bollinger bands, or how wide they are. */
final class BandShape implements Running {
    private final WindowDeviation window;
    private final double factor;
    private final boolean place;

    private BandShape(int period, double factor, boolean place) {
        window = new WindowDeviation(period);
        this.factor = factor;
        this.place = place;
    }

    /** {@return 0 at the lower band, 1 at the upper; a half when they are one} */
    static BandShape place(int period, double factor) {
        return new BandShape(period, factor, true);
    }

    /** {@return the distance of the bands in percent of the mean; 0 when that is 0} */
    static BandShape width(int period, double factor) {
        return new BandShape(period, factor, false);
    }

    @Override
    public double next(double value) {
        window.add(value);
        double mean = window.mean();
        double half = factor * window.deviation();
        if (place) {
            return half == 0 ? 0.5 : (value - mean + half) / (2 * half);
        }
        return mean == 0 ? 0 : 200 * half / mean;
    }
}
