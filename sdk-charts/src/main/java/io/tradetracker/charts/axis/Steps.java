package io.tradetracker.charts.axis;

/** Round distances. */
final class Steps {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private Steps() {}

    /** {@return the smallest of 1, 2, 2.5 and 5 times a power of ten that is not below} */
    static double round(double atLeast) {
        double least = Math.max(atLeast, Double.MIN_NORMAL);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double each : ROUND) {
            if (each * power >= least * (1 - 1e-9)) {
                return each * power;
            }
        }
        return 10 * power;
    }
}
