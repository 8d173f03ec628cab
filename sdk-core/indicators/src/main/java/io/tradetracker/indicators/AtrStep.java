package io.tradetracker.indicators;

/**
 * The average true range. True ranges begin with the second candle, the first that has a close before it.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems; first value as in TA-Lib.
 */
final class AtrStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final WilderMean mean;
    private final Handle out;

    AtrStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        mean = new WilderMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(mean.next(range.next(candles)));
    }
}
