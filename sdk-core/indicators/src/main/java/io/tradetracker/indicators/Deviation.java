package io.tradetracker.indicators;

/** Figures of how far the last numbers are spread. */
final class Deviation implements Running {
    private final WindowDeviation window;
    private final boolean score;

    private Deviation(int period, boolean score) {
        window = new WindowDeviation(period);
        this.score = score;
    }

    /** {@return the population standard deviation} */
    static Deviation standard(int period) {
        return new Deviation(period, false);
    }

    /** {@return how many population standard deviations a number is above the mean; 0 when there is no deviation} */
    static Deviation score(int period) {
        return new Deviation(period, true);
    }

    @Override
    public double next(double value) {
        window.add(value);
        double deviation = window.deviation();
        if (!score) {
            return deviation;
        }
        return deviation == 0 ? 0 : (value - window.mean()) / deviation;
    }
}
