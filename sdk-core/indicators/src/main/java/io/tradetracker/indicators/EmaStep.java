package io.tradetracker.indicators;

/** The exponential moving average. */
final class EmaStep extends Step {
    private final Cell input;
    private final ExponentialMean mean;
    private final Handle out;

    EmaStep(String key, Cell input, int period) {
        super(new Handle(key));
        this.input = input;
        mean = new ExponentialMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(mean.next(input.current));
    }

    @Override
    boolean fillsAtOnce(ColumnSource from) {
        return true;
    }

    @Override
    Cell input() {
        return input;
    }

    @Override
    void fill(ColumnSource from, int start, int end) {
        mean.fill(from.values(input), out.column(), start, end);
    }
}
