package io.tradetracker.indicators;

/** An indicator with one output that is a calculation over one source. */
final class RunningStep extends Step {
    private final Cell input;
    private final Running calculation;
    private final Handle out;

    RunningStep(String key, Cell input, Running calculation) {
        super(new Handle(key));
        this.input = input;
        this.calculation = calculation;
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(calculation.next(input.current));
    }
}
