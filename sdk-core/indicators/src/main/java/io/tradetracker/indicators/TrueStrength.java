package io.tradetracker.indicators;

/**
 * The twice smoothed change in percent of the twice smoothed size of the change; 0 when nothing moves.
 *
 * <p>Source: Blau, Momentum, Direction, and Divergence (1995).
 */
final class TrueStrength implements Running {
    private final Change change = Change.amount(1);
    private final ExponentialMean slow;
    private final ExponentialMean fast;
    private final ExponentialMean slowSize;
    private final ExponentialMean fastSize;

    TrueStrength(int slow, int fast) {
        this.slow = new ExponentialMean(slow);
        this.fast = new ExponentialMean(fast);
        slowSize = new ExponentialMean(slow);
        fastSize = new ExponentialMean(fast);
    }

    @Override
    public double next(double value) {
        double step = change.next(value);
        double smooth = fast.next(slow.next(step));
        double size = fastSize.next(slowSize.next(Math.abs(step)));
        return size == 0 ? 0 : 100 * smooth / size;
    }
}
