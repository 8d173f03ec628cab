package io.tradetracker.indicators;

/**
 * Typical price times volume of the candles whose typical price rose, in percent of that of all that moved; 0 when
 * there is none.
 *
 * <p>Source: Quong and Soudack, "Volume-Weighted RSI: Money Flow", Technical Analysis of Stocks and Commodities 7
 * (1989).
 */
final class MoneyFlowIndexStep extends Step {
    private final CandleWindow candles;
    private final WindowSum rising;
    private final WindowSum falling;
    private final Handle out;
    private double before = Double.NaN;

    MoneyFlowIndexStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        rising = new WindowSum(period);
        falling = new WindowSum(period);
        out = handle(0);
    }

    @Override
    void update() {
        double typical = (candles.highCell.current + candles.lowCell.current + candles.closeCell.current) / 3;
        double flow = typical * candles.volumeCell.current;
        double change = typical - before;
        before = typical;
        rising.add(Double.isNaN(change) ? change : change > 0 ? flow : 0);
        falling.add(Double.isNaN(change) ? change : change < 0 ? flow : 0);
        double moved = rising.isFull() ? rising.total() + falling.total() : Double.NaN;
        out.publish(moved == 0 ? 0 : 100 * rising.total() / moved);
    }
}
