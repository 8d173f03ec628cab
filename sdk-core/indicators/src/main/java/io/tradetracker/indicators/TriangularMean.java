package io.tradetracker.indicators;

/** The mean of means: of (period + 1) / 2 of the means of as many numbers, one less for the second when even. */
final class TriangularMean implements Running {
    private final WindowMean first;
    private final WindowMean second;

    TriangularMean(int period) {
        first = new WindowMean((period + 1) / 2);
        second = new WindowMean(period / 2 + 1);
    }

    @Override
    public double next(double value) {
        return second.next(first.next(value));
    }
}
