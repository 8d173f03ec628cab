package io.tradetracker.indicators;

/** A short simple mean less a long one. */
final class MeanDifference implements Running {
    private final WindowMean fast;
    private final WindowMean slow;

    MeanDifference(int fast, int slow) {
        this.fast = new WindowMean(fast);
        this.slow = new WindowMean(slow);
    }

    @Override
    public double next(double value) {
        return fast.next(value) - slow.next(value);
    }
}
