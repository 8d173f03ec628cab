package io.tradetracker.indicators;

/**
 * How much of its way the price went to and fro: 100 when it got nowhere, near 0 in a straight trend.
 *
 * <p>Source: Dreiss, "Choppiness Index" (1991).
 */
final class ChoppinessStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final WindowSum ranges;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final double scale;
    private final Handle out;

    ChoppinessStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        ranges = new WindowSum(period);
        highest = WindowExtreme.highest(period);
        lowest = WindowExtreme.lowest(period);
        scale = 100 / Math.log10(period);
        out = handle(0);
    }

    @Override
    void update() {
        ranges.add(range.next(candles));
        double width = highest.next(candles.highCell.current) - lowest.next(candles.lowCell.current);
        if (ranges.isFull()) {
            out.publish(width == 0 ? 100 : Math.log10(ranges.total() / width) * scale);
        } else {
            out.publish(Double.NaN);
        }
    }
}
