package io.tradetracker.indicators;

/** The mean of the last numbers, each weighted by its place: 1 for the oldest, the period for the newest. */
final class WeightedMean implements Running {
    private final WeightedSum sum;
    private final double weights;

    WeightedMean(int period) {
        sum = new WeightedSum(period);
        weights = period * (period + 1.0) / 2;
    }

    @Override
    public double next(double value) {
        return sum.add(value) ? sum.weighted() / weights : Double.NaN;
    }
}
