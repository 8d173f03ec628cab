package io.tradetracker.indicators;

/**
 * How long ago the highest high and the lowest low were: 100 when it is this candle, 0 when it was {@code period}
 * candles ago; and the difference. The later counts where two are equal.
 *
 * <p>Source: Chande, "Time Price Oscillator", Technical Analysis of Stocks and Commodities 13 (1995).
 */
final class AroonStep extends Step {
    private final CandleWindow candles;
    private final int period;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final Handle up;
    private final Handle down;
    private final Handle oscillator;

    AroonStep(String key, CandleWindow candles, int period) {
        super(new Handle(key + ".up"), new Handle(key + ".down"), new Handle(key + ".oscillator"));
        this.candles = candles;
        this.period = period;
        highest = WindowExtreme.highest(period + 1);
        lowest = WindowExtreme.lowest(period + 1);
        up = handle(0);
        down = handle(1);
        oscillator = handle(2);
    }

    @Override
    void update() {
        double ofHigh = share(highest, candles.highCell.current);
        double ofLow = share(lowest, candles.lowCell.current);
        up.publish(ofHigh);
        down.publish(ofLow);
        oscillator.publish(ofHigh - ofLow);
    }

    private double share(WindowExtreme extreme, double value) {
        return Double.isNaN(extreme.next(value)) ? Double.NaN : 100.0 * (period - extreme.age()) / period;
    }
}
