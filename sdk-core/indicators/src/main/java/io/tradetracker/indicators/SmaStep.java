package io.tradetracker.indicators;

/** The simple moving average. */
final class SmaStep extends Step {
    private final Cell input;
    private final WindowMean window;
    private final Handle out;

    SmaStep(String key, Cell input, int period) {
        super(new Handle(key));
        this.input = input;
        window = new WindowMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(window.next(input.current));
    }
}
