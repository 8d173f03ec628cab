package io.tradetracker.indicators;

/**
 * Where a trailing stop hangs: some average true ranges below the highest high, or above the lowest low.
 *
 * <p>Source: LeBeau, in Elder, Come Into My Trading Room (2002).
 */
final class ChandelierStep extends Step {
    private final CandleWindow candles;
    private final Cell range;
    private final double factor;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final Handle ofLong;
    private final Handle ofShort;

    ChandelierStep(String key, CandleWindow candles, Cell range, int period, double factor) {
        super(new Handle(key + ".long"), new Handle(key + ".short"));
        this.candles = candles;
        this.range = range;
        this.factor = factor;
        highest = WindowExtreme.highest(period);
        lowest = WindowExtreme.lowest(period);
        ofLong = handle(0);
        ofShort = handle(1);
    }

    @Override
    void update() {
        double distance = factor * range.current;
        ofLong.publish(highest.next(candles.highCell.current) - distance);
        ofShort.publish(lowest.next(candles.lowCell.current) + distance);
    }
}
