package io.tradetracker.indicators;

/**
 * The relative strength index. Without any movement it is 0.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems.
 */
final class RsiStep extends Step {
    private final Cell input;
    private final WilderMean gains;
    private final WilderMean losses;
    private final Handle out;
    private double before = Double.NaN;

    RsiStep(String key, Cell input, int period) {
        super(new Handle(key));
        this.input = input;
        gains = new WilderMean(period);
        losses = new WilderMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        double value = input.current;
        double change = value - before;
        before = value;
        if (Double.isNaN(change)) {
            gains.clear();
            losses.clear();
            out.publish(Double.NaN);
            return;
        }
        double gain = gains.next(Math.max(change, 0));
        double loss = losses.next(Math.max(-change, 0));
        double movement = gain + loss;
        out.publish(movement == 0 ? 0 : 100 * (gain / movement));
    }
}
