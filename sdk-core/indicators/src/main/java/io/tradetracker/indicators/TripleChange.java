package io.tradetracker.indicators;

/**
 * By how many percent the exponential mean of the exponential mean of the exponential mean changed.
 *
 * <p>Source: Hutson, "Good TRIX", Technical Analysis of Stocks and Commodities 1 (1983).
 */
final class TripleChange implements Running {
    private final ExponentialMean first;
    private final ExponentialMean second;
    private final ExponentialMean third;
    private final Change change = Change.percent(1);

    TripleChange(int period) {
        first = new ExponentialMean(period);
        second = new ExponentialMean(period);
        third = new ExponentialMean(period);
    }

    @Override
    public double next(double value) {
        return change.next(third.next(second.next(first.next(value))));
    }
}
