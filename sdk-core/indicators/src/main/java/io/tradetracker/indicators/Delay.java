package io.tradetracker.indicators;

import java.util.Arrays;

/** The number some steps ago. */
final class Delay implements Running {
    private final double[] ring;
    private int next;

    /** Remembers so many, at least 1. */
    Delay(int steps) {
        ring = new double[steps];
        Arrays.fill(ring, Double.NaN);
    }

    /** {@return the number that was given {@code steps} calls ago; NaN until there is one, and where it was NaN} */
    @Override
    public double next(double value) {
        double before = ring[next];
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        return before;
    }

    void clear() {
        Arrays.fill(ring, Double.NaN);
    }
}
