package io.tradetracker.indicators;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
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
        double value = calculate();
        out.publish(Double.isFinite(value) ? value : Double.NaN);
    }

    private double calculate() {
        try {
            return calculation.update(candles);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw new TradeTrackerException(
                    ApiError.STRATEGY_FAILED,
                    "indicator " + out.name() + " threw " + thrown + " at the candle of " + candles.time(0),
                    thrown);
        }
    }
}
