package io.tradetracker.indicators;

/**
 * Bollinger bands with the population standard deviation.
 *
 * <p>Source: Bollinger, Bollinger on Bollinger Bands.
 */
final class BollingerStep extends Step {
    private final Cell input;
    private final WindowDeviation window;
    private final double factor;
    private final Handle upper;
    private final Handle middle;
    private final Handle lower;

    BollingerStep(String key, Cell input, int period, double factor) {
        super(new Handle(key + ".upper"), new Handle(key + ".middle"), new Handle(key + ".lower"));
        this.input = input;
        this.factor = factor;
        window = new WindowDeviation(period);
        upper = handle(0);
        middle = handle(1);
        lower = handle(2);
    }

    @Override
    void update() {
        window.add(input.current);
        double mean = window.mean();
        double width = factor * window.deviation();
        upper.publish(mean + width);
        middle.publish(mean);
        lower.publish(mean - width);
    }
}
