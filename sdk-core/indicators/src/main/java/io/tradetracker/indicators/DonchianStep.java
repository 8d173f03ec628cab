package io.tradetracker.indicators;

/**
 * The Donchian channel: highest high, lowest low and their middle, the last closed candle included.
 *
 * <p>Source: Donchian, "High Finance in Copper", Financial Analysts Journal 16 (1960).
 */
final class DonchianStep extends Step {
    private final CandleWindow candles;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final Handle upper;
    private final Handle middle;
    private final Handle lower;

    DonchianStep(String key, CandleWindow candles, int period) {
        super(new Handle(key + ".upper"), new Handle(key + ".middle"), new Handle(key + ".lower"));
        this.candles = candles;
        highest = WindowExtreme.highest(period);
        lowest = WindowExtreme.lowest(period);
        upper = handle(0);
        middle = handle(1);
        lower = handle(2);
    }

    @Override
    void update() {
        double top = highest.next(candles.highCell.current);
        double bottom = lowest.next(candles.lowCell.current);
        upper.publish(top);
        middle.publish((top + bottom) / 2);
        lower.publish(bottom);
    }
}
