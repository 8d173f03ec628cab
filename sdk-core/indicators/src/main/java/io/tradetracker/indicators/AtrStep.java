package io.tradetracker.indicators;

/**
 * The average true range. True ranges begin with the second candle, the first that has a close before it.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems; first value as in TA-Lib.
 */
final class AtrStep extends Step {
    private final CandleWindow candles;
    private final WilderMean mean;
    private final Handle out;
    private double closeBefore = Double.NaN;

    AtrStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        mean = new WilderMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        double before = closeBefore;
        closeBefore = candles.closeCell.current;
        if (Double.isNaN(before)) {
            out.publish(Double.NaN);
            return;
        }
        double top = Math.max(candles.highCell.current, before);
        double bottom = Math.min(candles.lowCell.current, before);
        out.publish(mean.next(top - bottom));
    }
}
