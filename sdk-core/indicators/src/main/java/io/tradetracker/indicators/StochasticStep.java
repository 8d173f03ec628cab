package io.tradetracker.indicators;

/**
 * Where a number is between the lowest and the highest of the last ones, in percent, smoothed, and the mean of that; 0
 * when highest and lowest are one.
 *
 * <p>Source: Lane, "Lane's Stochastics", Technical Analysis of Stocks and Commodities 2 (1984).
 */
final class StochasticStep extends Step {
    private final Cell high;
    private final Cell low;
    private final Cell close;
    private final WindowExtreme highest;
    private final WindowExtreme lowest;
    private final WindowMean smooth;
    private final WindowMean mean;
    private final Handle k;
    private final Handle d;

    /** Of one source. */
    StochasticStep(String key, Cell source, int period, int smooth, int signal) {
        this(key, new Cell[] {source, source, source}, period, smooth, signal);
    }

    /** Of the candles. */
    StochasticStep(String key, CandleWindow candles, int period, int smooth, int signal) {
        this(key, new Cell[] {candles.highCell, candles.lowCell, candles.closeCell}, period, smooth, signal);
    }

    private StochasticStep(String key, Cell[] highLowClose, int period, int smooth, int signal) {
        super(new Handle(key + ".k"), new Handle(key + ".d"));
        high = highLowClose[0];
        low = highLowClose[1];
        close = highLowClose[2];
        highest = WindowExtreme.highest(period);
        lowest = WindowExtreme.lowest(period);
        this.smooth = new WindowMean(smooth);
        mean = new WindowMean(signal);
        k = handle(0);
        d = handle(1);
    }

    @Override
    void update() {
        double top = highest.next(high.current);
        double bottom = lowest.next(low.current);
        double place = top == bottom ? 0 : 100 * (close.current - bottom) / (top - bottom);
        double smoothed = smooth.next(place);
        k.publish(smoothed);
        d.publish(mean.next(smoothed));
    }
}
