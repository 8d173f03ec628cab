package io.tradetracker.indicators;

/** How much a number differs from that some steps ago. */
final class Change implements Running {
    private final Delay before;
    private final boolean percent;

    private Change(int steps, boolean percent) {
        before = new Delay(steps);
        this.percent = percent;
    }

    /** {@return the difference} */
    static Change amount(int steps) {
        return new Change(steps, false);
    }

    /** {@return the difference in percent of the older one; 0 when that is 0} */
    static Change percent(int steps) {
        return new Change(steps, true);
    }

    @Override
    public double next(double value) {
        double old = before.next(value);
        if (Double.isNaN(value)) {
            before.clear();
            return Double.NaN;
        }
        return percent && old == 0 ? 0 : percent ? (value / old - 1) * 100 : value - old;
    }
}
