package io.tradetracker.indicators;

/**
 * How far highs are above the low before and lows below the high before, as shares of the true range.
 *
 * <p>Source: Botes and Siepman, "The Vortex Indicator", Technical Analysis of Stocks and Commodities 28 (2010).
 */
final class VortexStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final WindowSum ranges;
    private final WindowSum ups;
    private final WindowSum downs;
    private final Handle plus;
    private final Handle minus;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;

    VortexStep(String key, CandleWindow candles, int period) {
        super(new Handle(key + ".plus"), new Handle(key + ".minus"));
        this.candles = candles;
        ranges = new WindowSum(period);
        ups = new WindowSum(period);
        downs = new WindowSum(period);
        plus = handle(0);
        minus = handle(1);
    }

    @Override
    void update() {
        ranges.add(range.next(candles));
        ups.add(Math.abs(candles.highCell.current - lowBefore));
        downs.add(Math.abs(candles.lowCell.current - highBefore));
        highBefore = candles.highCell.current;
        lowBefore = candles.lowCell.current;
        double moved = ranges.isFull() ? ranges.total() : Double.NaN;
        plus.publish(moved == 0 ? 0 : ups.total() / moved);
        minus.publish(moved == 0 ? 0 : downs.total() / moved);
    }
}
