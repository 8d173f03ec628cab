package io.tradetracker.indicators;

/**
 * Buying pressure in percent of the true range over three periods, weighed 4, 2 and 1; a period without range counts 0.
 *
 * <p>Source: Williams, "The Ultimate Oscillator", Technical Analysis of Stocks and Commodities 3 (1985).
 */
final class UltimateStep extends Step {
    private static final double[] WEIGHTS = {4, 2, 1};

    private final CandleWindow candles;
    private final WindowSum[] pressures = new WindowSum[WEIGHTS.length];
    private final WindowSum[] ranges = new WindowSum[WEIGHTS.length];
    private final Handle out;
    private double closeBefore = Double.NaN;

    UltimateStep(String key, CandleWindow candles, int... periods) {
        super(new Handle(key));
        this.candles = candles;
        for (int i = 0; i < WEIGHTS.length; i++) {
            pressures[i] = new WindowSum(periods[i]);
            ranges[i] = new WindowSum(periods[i]);
        }
        out = handle(0);
    }

    @Override
    void update() {
        double close = candles.closeCell.current;
        double bottom = Math.min(candles.lowCell.current, closeBefore);
        double range = Math.max(candles.highCell.current, closeBefore) - bottom;
        closeBefore = close;
        double total = 0;
        boolean full = true;
        for (int i = 0; i < WEIGHTS.length; i++) {
            pressures[i].add(close - bottom);
            ranges[i].add(range);
            full &= ranges[i].isFull();
            double moved = ranges[i].total();
            total += moved == 0 ? 0 : WEIGHTS[i] * pressures[i].total() / moved;
        }
        out.publish(full ? 100 * total / 7 : Double.NaN);
    }
}
