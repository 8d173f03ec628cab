package io.tradetracker.core.report;

/** Natural logarithms of what changes little. */
final class Logarithm {
    // up to here, the first term left out is less than a tenth of the last binary digit
    private static final double NEAR = 1.0 / 256;
    private static final double THIRD = 1.0 / 3;
    private static final double FIFTH = 1.0 / 5;
    private static final double SEVENTH = 1.0 / 7;

    private Logarithm() {}

    /** {@return the logarithm of 1 + {@code growth}} */
    static double ofGrowth(double growth) {
        double s = growth / (2 + growth);
        return Math.abs(s) < NEAR ? ofNear(s) : Math.log1p(growth);
    }

    /**
     * {@return the logarithm of {@code to / from}} For values near each other it is 2 · artanh(s), s being their
     * difference over their sum: more exact than the logarithm of the rounded quotient, and quicker.
     */
    static double ofRatio(double to, double from) {
        double s = (to - from) / (to + from);
        return Math.abs(s) < NEAR ? ofNear(s) : Math.log(to / from);
    }

    private static double ofNear(double s) {
        double square = s * s;
        return 2 * s * (1 + square * (THIRD + square * (FIFTH + square * SEVENTH)));
    }
}
