package io.tradetracker.indicators;

/** The highest or lowest of the last values. */
final class ExtremeStep extends Step {
    private final Cell input;
    private final WindowExtreme extreme;
    private final Handle out;

    ExtremeStep(String key, Cell input, WindowExtreme extreme) {
        super(new Handle(key));
        this.input = input;
        this.extreme = extreme;
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(extreme.next(input.current));
    }
}
