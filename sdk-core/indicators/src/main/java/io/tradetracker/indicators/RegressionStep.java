package io.tradetracker.indicators;

/** The end, the slope and the fit of a regression line. */
final class RegressionStep extends Step {
    private final Cell input;
    private final RegressionLine line;
    private final Handle value;
    private final Handle slope;
    private final Handle fit;

    RegressionStep(String key, Cell input, int period) {
        super(new Handle(key + ".value"), new Handle(key + ".slope"), new Handle(key + ".fit"));
        this.input = input;
        line = new RegressionLine(period);
        value = handle(0);
        slope = handle(1);
        fit = handle(2);
    }

    @Override
    void update() {
        line.add(input.current);
        value.publish(line.end());
        slope.publish(line.slope());
        fit.publish(line.explained());
    }
}
