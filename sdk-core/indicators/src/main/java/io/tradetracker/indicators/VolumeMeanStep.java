package io.tradetracker.indicators;

/** The mean of the last numbers, weighed by the volume of their candles; the simple mean when there is no volume. */
final class VolumeMeanStep extends Step {
    private final CandleWindow candles;
    private final Cell input;
    private final WindowSum values;
    private final WindowSum amounts;
    private final WindowSum volumes;
    private final Handle out;

    VolumeMeanStep(String key, CandleWindow candles, Cell input, int period) {
        super(new Handle(key));
        this.candles = candles;
        this.input = input;
        values = new WindowSum(period);
        amounts = new WindowSum(period);
        volumes = new WindowSum(period);
        out = handle(0);
    }

    @Override
    void update() {
        double value = input.current;
        double volume = candles.volumeCell.current;
        values.add(value);
        amounts.add(value * volume);
        volumes.add(Double.isNaN(value) ? value : volume);
        if (!volumes.isFull()) {
            out.publish(Double.NaN);
        } else {
            out.publish(volumes.total() == 0 ? values.mean() : amounts.total() / volumes.total());
        }
    }
}
