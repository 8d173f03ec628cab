package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Calculation;

/** An author's own indicator; an infinite value counts as none. */
final class CustomStep extends Step {
    private final CandleWindow candles;
    private final Calculation calculation;
    private final Handle out;

    CustomStep(String key, CandleWindow candles, Calculation calculation) {
        super(new Handle(key));
        this.candles = candles;
        this.calculation = calculation;
        out = handle(0);
    }

    @Override
    void update() {
        double value = calculation.update(candles);
        out.publish(Double.isFinite(value) ? value : Double.NaN);
    }
}
