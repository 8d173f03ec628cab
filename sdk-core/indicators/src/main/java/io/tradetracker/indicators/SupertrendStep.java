package io.tradetracker.indicators;

/**
 * The supertrend line. Both edges are {@code factor} average true ranges from the middle of the candle; the lower edge
 * only rises and the upper only falls until the close before was beyond it. The trend turns when the close crosses the
 * edge of its side, and begins as down.
 *
 * <p>Source: Seban, Das Trendkonzept; first direction as in TradingView's ta.supertrend.
 */
final class SupertrendStep extends Step {
    private final CandleWindow candles;
    private final Cell range;
    private final double factor;
    private final Handle line;
    private final Handle direction;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private double closeBefore = Double.NaN;
    private boolean up;

    SupertrendStep(String key, CandleWindow candles, Cell range, double factor) {
        super(new Handle(key + ".line"), new Handle(key + ".direction"));
        this.candles = candles;
        this.range = range;
        this.factor = factor;
        line = handle(0);
        direction = handle(1);
    }

    @Override
    void update() {
        double width = factor * range.current;
        double close = candles.closeCell.current;
        if (Double.isNaN(width)) {
            line.publish(Double.NaN);
            direction.publish(Double.NaN);
        } else {
            moveEdges((candles.highCell.current + candles.lowCell.current) / 2, width);
            up = up ? close >= lower : close > upper && !Double.isNaN(closeBefore);
            line.publish(up ? lower : upper);
            direction.publish(up ? 1 : -1);
            closeBefore = close;
        }
    }

    private void moveEdges(double middle, double width) {
        double newUpper = middle + width;
        double newLower = middle - width;
        // The negations also take the new edge when there is none before.
        upper = !(newUpper >= upper) || closeBefore > upper ? newUpper : upper;
        lower = !(newLower <= lower) || closeBefore < lower ? newLower : lower;
    }
}
