package io.tradetracker.indicators;

/**
 * A mean that follows fast where the price goes one way and slowly where it goes to and fro. It begins with the number
 * before its first value.
 *
 * <p>Source: Kaufman, Smarter Trading (1995), with means of 2 and 30 as the fastest and slowest.
 */
final class KaufmanMean implements Running {
    private static final double FASTEST = 2 / (2 + 1.0);
    private static final double SLOWEST = 2 / (30 + 1.0);

    private final Delay oldest;
    private final WindowSum way;
    private double before = Double.NaN;
    private double mean = Double.NaN;

    KaufmanMean(int period) {
        oldest = new Delay(period);
        way = new WindowSum(period);
    }

    @Override
    public double next(double value) {
        double step = Math.abs(value - before);
        double old = oldest.next(value);
        double last = before;
        before = value;
        way.add(step);
        if (Double.isNaN(step) || !way.isFull()) {
            mean = Double.NaN;
            return mean;
        }
        double start = Double.isNaN(mean) ? last : mean;
        double length = Math.max(way.sum(), 0);
        double efficiency = length == 0 ? 1 : Math.min(Math.abs(value - old) / length, 1);
        double factor = efficiency * (FASTEST - SLOWEST) + SLOWEST;
        mean = start + factor * factor * (value - start);
        return mean;
    }
}
