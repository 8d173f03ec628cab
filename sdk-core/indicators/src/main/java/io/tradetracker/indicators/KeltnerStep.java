package io.tradetracker.indicators;

/**
 * A channel of average true ranges around an exponential mean.
 *
 * <p>Source: Raschke's form of Keltner, How to Make Money in Commodities (1960).
 */
final class KeltnerStep extends Step {
    private final Cell mean;
    private final Cell range;
    private final double factor;
    private final Handle upper;
    private final Handle middle;
    private final Handle lower;

    KeltnerStep(String key, Cell mean, Cell range, double factor) {
        super(new Handle(key + ".upper"), new Handle(key + ".middle"), new Handle(key + ".lower"));
        this.mean = mean;
        this.range = range;
        this.factor = factor;
        upper = handle(0);
        middle = handle(1);
        lower = handle(2);
    }

    @Override
    void update() {
        double width = factor * range.current;
        double center = Double.isNaN(width) ? Double.NaN : mean.current;
        upper.publish(center + width);
        middle.publish(center);
        lower.publish(center - width);
    }
}
