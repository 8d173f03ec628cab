package io.tradetracker.indicators;

/**
 * How far the close is below the highest high, in percent of the range, as a number from −100 to 0; 0 when there is no
 * range.
 *
 * <p>Source: Williams, How I Made One Million Dollars (1973).
 */
final class WilliamsStep extends Step {
    private final CandleWindow candles;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final Handle out;

    WilliamsStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        highest = WindowExtreme.highest(period);
        lowest = WindowExtreme.lowest(period);
        out = handle(0);
    }

    @Override
    void update() {
        double top = highest.next(candles.highCell.current);
        double bottom = lowest.next(candles.lowCell.current);
        out.publish(top == bottom ? 0 : -100 * (top - candles.closeCell.current) / (top - bottom));
    }
}
